import { expect, test } from 'vitest'
import { debuggingSwitch } from '#main/security/debugging-switches.ts'

const nothing = () => false

test.each([
  ['--remote-debugging-port=9222', '--remote-debugging-port'],
  ['--remote-debugging-port', '--remote-debugging-port'],
  ['-remote-debugging-port=0', '-remote-debugging-port'],
  ['--REMOTE-DEBUGGING-PORT=1', '--REMOTE-DEBUGGING-PORT'],
  ['--remote-debugging-pipe', '--remote-debugging-pipe'],
  ['--remote-debugging-address=0.0.0.0', '--remote-debugging-address'],
  ['--remote-allow-origins=*', '--remote-allow-origins'],
  ['--inspect', '--inspect'],
  ['--inspect=0.0.0.0:9229', '--inspect'],
  ['--inspect-brk', '--inspect-brk'],
  ['--inspect-port=1', '--inspect-port'],
  ['--inspect-wait', '--inspect-wait'],
  ['--debug-port=5858', '--debug-port'],
])('%s opens the program to another', (arg, name) => {
  expect(debuggingSwitch(['--practice', arg], nothing)).toBe(name)
})

test.each([
  '--practice',
  '--inspection',
  '--lang=de',
  'inspect',
  'remote-debugging-port',
  '--no-sandbox',
  '',
])('%o does not', (arg) => {
  expect(debuggingSwitch([arg], nothing)).toBeNull()
})

test('what only Chromium has seen counts', () => {
  expect(debuggingSwitch([], (name) => name === 'remote-debugging-pipe')).toBe('--remote-debugging-pipe')
})
