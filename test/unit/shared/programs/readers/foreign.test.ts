import { describe, expect, test } from 'vitest'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import { DESKTOP_CASES } from './desktop-cases.ts'
import { WRITTEN_CASES } from './written-cases.ts'
import { TERMINAL_CASES } from './terminal-cases.ts'
import { readBy, told } from './told.ts'
import { WORDPRESS_CASES } from './wordpress-cases.ts'

describe('files as other people write them', () => {
  test.each([...TERMINAL_CASES, ...DESKTOP_CASES, ...WORDPRESS_CASES, ...WRITTEN_CASES])(
    '%s (%s)',
    (_what, client, files, expected) => {
      expect(readBy(client, files).accounts.map(told)).toEqual(expected)
    },
  )
})

describe('what is not followed is noted', () => {
  test.each<readonly [ReadableClient, string, readonly string[]]>([
    ['neomutt', 'source ~/.secret\nset folder=imaps://a@b.example.org\n', ['include']],
    ['neomutt', 'set smtp_url="smtp://$my_user@b.example.org"\n', ['variable']],
    ['neomutt', 'set imap_user=`pass x`\nset folder=imaps://b.example.org\n', ['command']],
    ['msmtp', 'account a\nhost a.example.org\neval x\n', ['command']],
    ['wordpress', "define('WPMS_SMTP_HOST', getenv('SMTP_HOST'));\n", ['variable']],
    ['env', 'SMTP_HOST=$OTHER\nIMAP_HOST=a.example.org\n', ['variable']],
  ])('%s %j', (client, text, notes) => {
    expect(readBy(client, text).notes).toEqual(notes)
  })
})
