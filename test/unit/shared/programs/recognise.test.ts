import { describe, expect, test } from 'vitest'
import { recogniseSettings } from '#shared/programs/recognise.ts'
import { DESKTOP_CASES } from './readers/desktop-cases.ts'
import { TERMINAL_CASES } from './readers/terminal-cases.ts'

const CASES = [...TERMINAL_CASES, ...DESKTOP_CASES].filter(([, , , expected]) => expected.length > 0)

describe('a text says by itself whose settings it is', () => {
  test.each(CASES)('%s (%s)', (_what, client, files) => {
    const file = typeof files === 'string' ? { name: '', text: files } : files[0]
    if (file === undefined) return
    expect(recogniseSettings(file)?.client).toBe(client)
  })
})

describe('what is no settings of a program is taken for none', () => {
  test.each([
    'dear Anna, our server is imap.example.org',
    'Incoming server: imap.example.org port 993\nOutgoing server: smtp.example.org',
    'Server imap.example.org\nPort 993\nUser name anna',
    'the account host is known, poll it later',
    '{"host": "imap.example.org", "port": 993}',
    '',
  ])('%j', (text) => {
    expect(recogniseSettings({ name: '', text })).toBeNull()
  })
})
