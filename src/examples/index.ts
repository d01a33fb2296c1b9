import bareWebApp from './bare-web-app.yaml?raw'
import hardenedWebApp from './hardened-web-app.yaml?raw'
import helmTemplate from './helm-template.yaml?raw'
import list from './list.json?raw'
import oneBrokenDocument from './one-broken-document.yaml?raw'

export type Example = {
  /** Used in links and commands: never changes. */
  readonly id: string
  readonly title: string
  /** What it shows, in a few words. */
  readonly about: string
  readonly text: string
}

/** In the order of the menu. The first is what a first visit shows. */
export const examples: readonly Example[] = [
  {
    id: 'bare-web-app',
    title: 'Bare web app',
    about: 'One replica and its Service, nothing else',
    text: bareWebApp,
  },
  {
    id: 'hardened-web-app',
    title: 'Hardened web app',
    about: 'The same app with everything the checks ask for',
    text: hardenedWebApp,
  },
  {
    id: 'broken-document',
    title: 'One broken document',
    about: 'A quote that is never closed, between two valid objects',
    text: oneBrokenDocument,
  },
  { id: 'json-list', title: 'A List in JSON', about: 'As kubectl get prints it', text: list },
  {
    id: 'helm-template',
    title: 'Unrendered Helm template',
    about: 'Why it has to be rendered before it can be scored',
    text: helmTemplate,
  },
]
