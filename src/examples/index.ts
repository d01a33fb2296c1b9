import bareWebApp from './bare-web-app.yaml?raw'

export type Example = {
  /** Used in links and commands: never changes. */
  readonly id: string
  readonly title: string
  /** What it shows, in a few words. */
  readonly about: string
  /** Loads the text. Rejects when it cannot be loaded. */
  readonly load: () => Promise<string>
}

/** What a first visit shows: it is there at once. */
export const firstExample = {
  id: 'bare-web-app',
  title: 'Bare web app',
  about: 'One replica and its Service, nothing else',
  text: bareWebApp,
  load: () => Promise.resolve(bareWebApp),
}

const textOf = async (module: Promise<{ readonly default: string }>): Promise<string> =>
  (await module).default

/** In the order of the menu. */
export const examples: readonly Example[] = [
  firstExample,
  {
    id: 'hardened-web-app',
    title: 'Hardened web app',
    about: 'The same app with everything the checks ask for',
    load: () => textOf(import('./hardened-web-app.yaml?raw')),
  },
  {
    id: 'broken-document',
    title: 'One broken document',
    about: 'A quote that is never closed, between two valid objects',
    load: () => textOf(import('./one-broken-document.yaml?raw')),
  },
  {
    id: 'json-list',
    title: 'A List in JSON',
    about: 'As kubectl get prints it',
    load: () => textOf(import('./list.json?raw')),
  },
  {
    id: 'helm-template',
    title: 'Unrendered Helm template',
    about: 'Why it has to be rendered before it can be scored',
    load: () => textOf(import('./helm-template.yaml?raw')),
  },
]
