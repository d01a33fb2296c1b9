import bareWebApp from './bare-web-app.yaml?raw'
import hardenedWebApp from './hardened-web-app.yaml?raw'
import helmTemplate from './helm-template.yaml?raw'
import list from './list.json?raw'
import oneBrokenDocument from './one-broken-document.yaml?raw'

export type Example = {
  readonly title: string
  /** What there is to see in it, in a few words. */
  readonly about: string
  readonly text: string
}

/** In the order of the menu. The first is what a first visit shows. */
export const examples: readonly Example[] = [
  { title: 'Bare web app', about: 'One replica and its Service, nothing else', text: bareWebApp },
  { title: 'Hardened web app', about: 'The same app with all that the checks ask for', text: hardenedWebApp },
  {
    title: 'One broken document',
    about: 'A quote that is never closed, between two sound objects',
    text: oneBrokenDocument,
  },
  { title: 'A List in JSON', about: 'As kubectl get prints it', text: list },
  { title: 'Unrendered Helm template', about: 'Why it cannot be scored as it stands', text: helmTemplate },
]
