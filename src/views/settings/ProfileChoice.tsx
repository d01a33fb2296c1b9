import { useId } from 'react'
import { profileOf, profiles, withProfile } from '../../engine/model/profiles'
import { replaceSettings } from '../../store/actions'
import { useApp } from '../../store/store'
import { optionalIds, useChecks } from './useChecks'

/** All settings of the checks at once; says which of the profiles they equal. */
export const ProfileChoice = () => {
  const name = useId()
  const settings = useApp((state) => state.settings)
  const checks = useChecks()
  const optional = optionalIds(checks)
  const current = profileOf(settings, optional)
  return (
    <fieldset className="profiles">
      <legend>Profile {!current && <span className="tag">Custom</span>}</legend>
      <div>
        {profiles.map((profile) => (
          <label key={profile.id}>
            <input
              type="radio"
              name={name}
              checked={profile === current}
              disabled={checks.length === 0}
              onChange={() =>
                replaceSettings(withProfile(profile, settings, optional), `Profile chosen: ${profile.title}.`)
              }
            />
            <span className="setting-label">
              {profile.title} <span className="setting-help">{profile.about}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="muted">
        A profile sets the checks only: validation, annotations and JSON Schemas stay as they are.
      </p>
    </fieldset>
  )
}
