import groups from '../schemas/generated/groups.json'
import { kubernetesVersions } from '../schemas/versions'
import { closeAbout, showLicences } from '../store/actions'
import { useApp } from '../store/store'
import { counted } from '../formats/words'
import { Sheet } from './Sheet'
import './about.css'

/** Filled in by the build. `build`: `commit 1247a343f5ff`. */
declare const BUILD_INFO: { readonly version: string; readonly build: string }

/** How many kinds the bundled custom resources have; several versions of one count once. */
const customKinds = Object.values(groups).flatMap((names) => [
  ...new Set(names.map((name) => name.slice(name.indexOf('/') + 1))),
]).length

/** What this page is, what it was built from, and what becomes of the text. */
export const About = () => {
  const checks = useApp(
    ({ report }) => Object.values(report?.rules ?? {}).filter(({ isCheck }) => isCheck).length,
  )
  return (
    <Sheet name="about" title="Kubernetes Manifest Playground" onClose={closeAbout}>
      <dl>
        <dt>Version</dt>
        <dd>
          {BUILD_INFO.version} <span className="mono muted">{BUILD_INFO.build}</span>
        </dd>
        <dt>Checks</dt>
        <dd>
          {checks > 0 ? `kube-score’s list of ${counted(checks, 'check')}` : 'kube-score’s list'}, with its
          ids
        </dd>
        <dt>Schemas</dt>
        <dd>
          Kubernetes {kubernetesVersions.at(-1)} to {kubernetesVersions[0]}, and{' '}
          {counted(customKinds, 'kind')} of common custom resources
        </dd>
        <dt>Licence</dt>
        <dd>
          MIT ·{' '}
          <button className="link" type="button" onClick={showLicences}>
            Third-party licences
          </button>
        </dd>
      </dl>
      <section aria-labelledby="about-privacy">
        <h3 id="about-privacy">Nothing leaves your browser</h3>
        <p>
          The page loads its own files and nothing else: its content-security policy lets neither the page nor
          the worker that runs the checks connect to anything.
        </p>
        <p>
          To check it yourself, open the network tab of the developer tools and type: no request appears. Or
          go offline: after one visit everything still works.
        </p>
      </section>
    </Sheet>
  )
}
