/** A path without slashes at its end, unless it is the root. */
export const withoutSlash = (path: string): string => path.replace(/(?<=[^/])\/+$/, '')

/** Whether a path without a slash at its end is a directory or anything below it. */
export const isBelow = (path: string, directory: string): boolean => `${path}/`.startsWith(`${directory}/`)
