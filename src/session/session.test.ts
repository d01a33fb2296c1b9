import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { defaultView, sessionOf, settingsOf, viewOf } from './session'

test('a session leaves out what is as it is by default', () => {
  expect(sessionOf('a', defaultSettings, defaultView)).toEqual({ text: 'a', settings: {}, view: {} })
  const settings = { ...defaultSettings, strict: false, skipKinds: ['Secret'], ignoredChecks: [] }
  const view = { ...defaultView, showPassed: true }
  const session = sessionOf('a', settings, view)
  expect(session).toEqual({
    text: 'a',
    settings: { strict: false, skipKinds: ['Secret'] },
    view: { showPassed: true },
  })
  expect(settingsOf(session)).toEqual(settings)
  expect(viewOf(session)).toEqual(view)
})
