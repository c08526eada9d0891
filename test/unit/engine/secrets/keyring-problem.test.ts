import { expect, test } from 'vitest'
import { keyringProblem } from '#engine/secrets/keyring-problem.ts'

test.each([
  [
    'no session bus',
    'Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead',
    'KEY_ABSENT',
  ],
  [
    'a bus without a service',
    'Platform failure: DBus error: The name org.freedesktop.secrets was not provided by any .service files',
    'KEY_ABSENT',
  ],
  ['a service without a collection', 'Secret Service: no result found', 'KEY_ABSENT'],
  [
    'a locked keyring whose prompt the user does not answer',
    "Couldn't access platform storage: Secret Service: unlock prompt was dismissed",
    'KEY_LOCKED',
  ],
  [
    'a locked keyring that is listed',
    'zbus error: org.freedesktop.Secret.Error.IsLocked: Cannot get secret of a locked object',
    'KEY_LOCKED',
  ],
  ['the keyring of the kernel', 'AccessDenied', 'KEY_DENIED'],
  ['a user who said no', "Couldn't access platform storage: User canceled the operation.", 'KEY_DENIED'],
  ['a session without a screen', 'User interaction is not allowed.', 'KEY_DENIED'],
  [
    'a password that is too long',
    'Attribute password is longer than platform limit of 2560 chars',
    'KEY_TOO_LONG',
  ],
  ['an unknown message', 'The stars are wrong', 'KEY_ABSENT'],
  ['an empty message', '', 'KEY_ABSENT'],
] as const)('%s', (_, message, problem) => {
  const error = Object.assign(new Error(message), { code: 'GenericFailure' })
  expect(keyringProblem(error)).toBe(problem)
  expect(keyringProblem(message)).toBe(problem)
})

test.each([undefined, null, 7, {}])(
  '%o, which is no error at all, means that there is no keychain',
  (thrown) => {
    expect(keyringProblem(thrown)).toBe('KEY_ABSENT')
  },
)
