declare const BUILD_INFO: { readonly version: string; readonly build: string }

/** `0.1.0 (commit 1247a343f5ff)` */
export const versionText = (): string => `${BUILD_INFO.version} (${BUILD_INFO.build})`
