import { isList, isObject } from '../../engine/model/json'

/** Follows keys and indices through data; undefined where they lead nowhere. */
export const dataAt = (data: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => {
    if (isList(value)) return value[Number(key)]
    return isObject(value) ? value[key] : undefined
  }, data)
