/** Parts of Monaco that come without types, as far as they are used here. */

declare module 'monaco-editor/platform/storage/common/storage' {
  type Storage = {
    /** `scope` 0: for all of the page; `target` 0: a choice of the person. */
    store(key: string, value: boolean, scope: 0, target: 0): void
  }
  export const IStorageService: { readonly storage?: Storage }
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    get<Service>(id: { readonly storage?: Service }): Service
  }
}
