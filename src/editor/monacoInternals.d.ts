/** The parts of Monaco that have no types of their own, as far as they are used here. */

declare module 'monaco-editor/platform/storage/common/storage' {
  type Storage = {
    /** `scope` 0: the whole page; `target` 0: a choice of the user. */
    store(key: string, value: boolean, scope: 0, target: 0): void
  }
  export const IStorageService: { readonly storage?: Storage }
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    get<Service>(id: { readonly storage?: Service }): Service
  }
}
