import bareWebApp from './bare-web-app.yaml?raw'

export type Example = {
  /** Used in links and commands: never changes. */
  readonly id: string
  readonly title: string
  /** Loads the text. Rejects when it cannot be loaded. */
  readonly load: () => Promise<string>
}

/** What a first visit shows: it is there at once. */
export const firstExample = {
  id: 'bare-web-app',
  title: 'Bare web app',
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
    load: () => textOf(import('./hardened-web-app.yaml?raw')),
  },
  {
    id: 'tutorial-final',
    title: 'The tutorial’s last step',
    load: () => textOf(import('./tutorial-final.yaml?raw')),
  },
  {
    id: 'broken-document',
    title: 'One broken document',
    load: () => textOf(import('./one-broken-document.yaml?raw')),
  },
  {
    id: 'json-list',
    title: 'A List in JSON',
    load: () => textOf(import('./list.json?raw')),
  },
  {
    id: 'helm-template',
    title: 'Unrendered Helm template',
    load: () => textOf(import('./helm-template.yaml?raw')),
  },
]
