import { settings as allSettings } from '../../engine/model/settingList'
import { setTheme } from '../../store/actions'
import { themes } from '../../store/choices'
import { useApp } from '../../store/store'
import { PageCover, useCover } from '../PageCover'
import { Select } from '../Select'
import { CheckSettings } from './CheckSettings'
import { Portable } from './Portable'
import { ProfileChoice } from './ProfileChoice'
import { SettingControl } from './SettingControl'
import { SettingRow } from './SettingRow'
import { SettingsHead } from './SettingsHead'
import '../switch.css'
import './settings.css'

const groups = [...new Set(allSettings.map(({ group }) => group))]

/** Every setting in the list, with the control that it asks for. All changes apply at once. */
export const SettingsPage = () => {
  useCover()
  return (
    <PageCover title="Settings">
      <SettingsHead />
      <div className="settings">
        <ProfileChoice />
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            {group === 'Checks' ? (
              <CheckSettings />
            ) : (
              allSettings
                .filter((setting) => setting.group === group)
                .map((setting) => <SettingControl key={setting.key} setting={setting} />)
            )}
          </section>
        ))}
        <Appearance />
        <Portable />
      </div>
    </PageCover>
  )
}

/** The theme belongs to the browser, not to the session: it is in no link and no file. */
const Appearance = () => {
  const theme = useApp((state) => state.theme)
  return (
    <section aria-label="Appearance">
      <h3>Appearance</h3>
      <SettingRow label="Theme" help="Remembered by this browser; not part of the session">
        <Select label="Theme" choices={themes} value={theme} onChoose={setTheme} />
      </SettingRow>
    </section>
  )
}
