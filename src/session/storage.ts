import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { Session } from './session'

/** What a list of sessions shows of each. */
export type SessionEntry = {
  readonly id: string
  /** Given by a person, or by where it came from, such as a file. */
  readonly name: string | undefined
  /** What is in the text, in a few words. */
  readonly summary: string
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number
  /** Whether somebody changed something. Examples that were only looked at are the first to go. */
  readonly isTouched: boolean
  /** Another one after each write. */
  readonly revision: string
}

export type StoredSession = { readonly entry: SessionEntry; readonly session: Session }

/** The sessions that this browser keeps. Every function rejects where the browser blocks storage or has no room left. */
export type SessionStorage = {
  /** Newest first. */
  readonly list: () => Promise<readonly SessionEntry[]>
  readonly read: (id: string) => Promise<StoredSession | undefined>
  /**
   * Keeps a session, and removes the oldest ones above `sessionLimit`. `known`: the revision that this page has read or
   * written last; undefined for a new one. When the stored one has another revision, another tab has written it: then
   * nothing is written, and the answer is `taken`.
   */
  readonly keep: (stored: StoredSession, known: string | undefined) => Promise<'kept' | 'taken'>
  readonly remove: (id: string) => Promise<void>
}

/** How many sessions are kept. */
export const sessionLimit = 12

/** Entries lie apart from the texts, which a list need not read. */
type Schema = DBSchema & {
  entries: { key: string; value: SessionEntry }
  sessions: { key: string; value: Session }
}

type Writing = IDBPTransaction<Schema, ('entries' | 'sessions')[], 'readwrite'>

/** Opens the database when it is first used. `name`: of the database. */
export function createStorage(name = 'sessions'): SessionStorage {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= open(name, () => {
      opening = undefined
    })
    return opening
  }
  return {
    list: async () => newestFirst(await (await database()).getAll('entries')),
    read: async (id) => {
      const reading = (await database()).transaction(['entries', 'sessions'])
      const [entry, session] = await Promise.all([
        reading.objectStore('entries').get(id),
        reading.objectStore('sessions').get(id),
      ])
      return entry && session && { entry, session }
    },
    keep: async (stored, known) => {
      const writing = (await database()).transaction(['entries', 'sessions'], 'readwrite')
      const [answer] = await Promise.all([write(writing, stored, known), writing.done])
      return answer
    },
    remove: async (id) => {
      const writing = (await database()).transaction(['entries', 'sessions'], 'readwrite')
      await Promise.all([...removal(writing, id), writing.done])
    },
  }
}

const open = (name: string, forget: () => void): Promise<IDBPDatabase<Schema>> => {
  const opening = openDB<Schema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('entries', { keyPath: 'id' })
      database.createObjectStore('sessions')
    },
    // A tab with a newer page must not wait for this one.
    blocking: () => {
      forget()
      void opening.then((database) => database.close())
    },
    terminated: forget,
  })
  opening.catch(forget)
  return opening
}

const write = async (
  writing: Writing,
  { entry, session }: StoredSession,
  known: string | undefined,
): Promise<'kept' | 'taken'> => {
  const before = await writing.objectStore('entries').get(entry.id)
  if (before && before.revision !== known) return 'taken'
  await Promise.all([
    writing.objectStore('entries').put(entry),
    writing.objectStore('sessions').put(session, entry.id),
    removeOldest(writing, entry.id),
  ])
  return 'kept'
}

const newestFirst = (entries: readonly SessionEntry[]): readonly SessionEntry[] =>
  entries.toSorted((a, b) => b.changed - a.changed)

/** Removes what is above the limit: first what nobody changed, then the oldest. The session `kept` stays. */
const removeOldest = async (writing: Writing, kept: string): Promise<void> => {
  const others = newestFirst(await writing.objectStore('entries').getAll()).filter(({ id }) => id !== kept)
  const ranked = [
    ...others.filter(({ isTouched }) => isTouched),
    ...others.filter(({ isTouched }) => !isTouched),
  ]
  await Promise.all(ranked.slice(sessionLimit - 1).flatMap(({ id }) => removal(writing, id)))
}

const removal = (writing: Writing, id: string): readonly Promise<void>[] => [
  writing.objectStore('entries').delete(id),
  writing.objectStore('sessions').delete(id),
]
