import type { Session, WebContents } from 'electron'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { forbidNavigation } from '#main/security/navigation.ts'
import { restrictPermissions } from '#main/security/permissions.ts'
import { inRoot } from '../../../scripts/lib/paths.ts'

/*
 * What the Electron that is installed can do, by its own types: a new way out of the window is one to be decided about.
 */

const TYPES = readFileSync(inRoot('node_modules/electron/electron.d.ts'), 'utf8')

/** The body of one class or interface. */
function typesOf(declaration: string): string {
  const [, body = ''] =
    new RegExp(`^ {2}${declaration} [^\\n]*\\{\\n([\\s\\S]*?)^ {2}\\}`, 'm').exec(TYPES) ?? []
  return body
}

const namesIn = (body: string, pattern: RegExp) => [
  ...new Set([...body.matchAll(pattern)].map(([, name = '']) => name)),
]

/** Everything between the name of a parameter and the next that is a literal. */
function permissionsOf(method: string): readonly string[] {
  const [, union = ''] =
    new RegExp(`${method}\\(handler: .*?permission: ((?:'[^']+'(?: \\| )?)+)`).exec(
      typesOf('class Session'),
    ) ?? []
  return union.split(' | ').map((literal) => literal.replaceAll("'", ''))
}

/** What our main process has told a session to answer. */
function answersOf(permission: string) {
  const answers: unknown[] = []
  const session = {
    setPermissionRequestHandler: (
      handle: (contents: null, name: string, answer: (granted: boolean) => void) => void,
    ) => handle(null, permission, (granted) => answers.push(granted)),
    setPermissionCheckHandler: (handle: (contents: null, name: string) => boolean) =>
      answers.push(handle(null, permission)),
    setDevicePermissionHandler: (handle: () => boolean) => answers.push(handle()),
  }
  restrictPermissions(session as unknown as Session)
  return answers
}

describe('a permission', () => {
  const requested = permissionsOf('setPermissionRequestHandler')
  const checked = permissionsOf('setPermissionCheckHandler')
  const denied = [...new Set([...requested, ...checked])].filter(
    (name) => name !== 'clipboard-sanitized-write',
  )

  test('is one of those that Electron knows', () => {
    expect(denied.length).toBeGreaterThan(30)
  })

  test.each(denied)(
    '%s is denied when it is asked for, when it is looked up, and for a device',
    (permission) => {
      expect(answersOf(permission)).toEqual([false, false, false])
    },
  )

  test('to copy is given, for no device', () => {
    expect(answersOf('clipboard-sanitized-write')).toEqual([true, true, false])
  })
})

/** Ways to be told of what is about to happen, and why some of them need no answer. */
const LEFT_ALONE: Readonly<Record<string, string>> = {
  'will-prevent-unload': 'a page that wants to stay is kept by Electron; nothing is led elsewhere',
}

describe('what is about to happen in the window', () => {
  const prevented: string[] = []
  const contents = {
    on: (name: string, listener: (event: { preventDefault: () => void }) => void) =>
      listener({ preventDefault: () => prevented.push(name) }),
    setWindowOpenHandler: (handler: () => { readonly action: string }) =>
      prevented.push(`open: ${handler().action}`),
  }
  forbidNavigation(contents as unknown as WebContents)

  test('is prevented, or was decided about', () => {
    const events = namesIn(typesOf('class WebContents'), /^ {4}on\(event: '(will-[a-z-]+)'/gm)
    expect(events.length).toBeGreaterThan(3)
    expect(
      [...prevented.filter((name) => name.startsWith('will-')), ...Object.keys(LEFT_ALONE)].toSorted(),
    ).toEqual(events.toSorted())
    expect(prevented).toContain('open: deny')
  })
})

/** Where Electron asks nobody, and denies. */
const DENIED_WITHOUT: Readonly<Record<string, string>> = {
  setBluetoothPairingHandler: 'no device is paired: there is no permission to ask for one',
  setDisplayMediaRequestHandler: 'without it no screen is given; the permission is denied as well',
  setUSBProtectedClassesHandler: 'it could only take protection away',
}

test('a session has no handler that was not decided about', () => {
  const handlers = namesIn(typesOf('class Session'), /^ {4}(set[A-Za-z]+Handler)\(/gm)
  const decided = ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler']
  expect(handlers.toSorted()).toEqual([...decided, ...Object.keys(DENIED_WITHOUT)].toSorted())
})

/** CVE-2026-70601, -70610 and -102676 are mended in everything from here on. */
const OLDEST_ELECTRON = 42

test('the Electron that is packed is not one with holes that are known', () => {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly devDependencies: { readonly electron: string }
  }
  expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(OLDEST_ELECTRON)
})
