import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import { explain } from '#shared/explain/explain.ts'
import type { Advice } from '#shared/replies/counsel.ts'
import { causeButtonWords } from '#shared/i18n/explanation-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { buttonActionOf, type ButtonAction } from '#renderer/wizard/steps/explain/button-action.ts'
import { LANGUAGE_CODES } from '../../../../shared/i18n/messages.ts'
import { ALL_TEXTS } from '../../../../shared/explain/all-texts.ts'
import { BOUNCES } from '../../../../shared/explain/bounces.ts'

const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const

const ACTIONS: readonly (readonly [Advice, Code, ButtonAction])[] = [
  [{ kind: 'ask-admin' }, 'SEND_LISTED', { kind: 'copy', to: 'provider' }],
  [{ kind: 'tell-recipient' }, 'SEND_MAILBOX_FULL', { kind: 'copy', to: 'recipient' }],
  [{ kind: 'change-message' }, 'SEND_ATTACHMENT', { kind: 'read', how: 'SEND_ATTACHMENT' }],
  [{ kind: 'change-message' }, 'REPLY_BY_STATUS', { kind: 'read', how: 'message' }],
  [{ kind: 'edit-address' }, 'SEND_RECIPIENT_UNKNOWN', { kind: 'read', how: 'address' }],
  [{ kind: 'edit-address' }, 'SEND_SENDER_UNKNOWN', { kind: 'set-up', wants: 'account' }],
  [{ kind: 'edit-servers' }, 'SEND_RELAY_DENIED', { kind: 'set-up', wants: 'servers' }],
  [{ kind: 'use-endpoint', endpoint }, 'NET_PORT_BLOCKED', { kind: 'set-up', wants: 'servers' }],
  [{ kind: 'use-server', endpoint }, 'HOST_RETIRED', { kind: 'set-up', wants: 'servers' }],
  [{ kind: 'edit-password' }, 'AUTH_REJECTED', { kind: 'set-up', wants: 'password' }],
  [{ kind: 'app-password', url: null }, 'AUTH_APP_PASSWORD', { kind: 'set-up', wants: 'password' }],
  [
    { kind: 'app-password', url: 'https://example.org/' },
    'AUTH_APP_PASSWORD',
    { kind: 'open', url: 'https://example.org/' },
  ],
  [{ kind: 'oauth-sign-in' }, 'AUTH_BASIC_DISABLED', { kind: 'read', how: 'oauth-sign-in' }],
  [{ kind: 'other-network' }, 'SEND_BLOCKED', { kind: 'read', how: 'other-network' }],
  [{ kind: 'wait', seconds: 900 }, 'AUTH_LOCKED', { kind: 'wait', seconds: 900 }],
  [{ kind: 'retry' }, 'AUTH_WEB_LOGIN', { kind: 'set-up', wants: 'account' }],
]

describe('what the button of an advice does', () => {
  test.each(ACTIONS)('%o for %s', (advice, code, action) => {
    expect(buttonActionOf(advice, code)).toEqual(action)
  })
})

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const { t } = createTranslator(language)

  test('every advice about every known text has a button with words, and no two of one cause are alike', async () => {
    for (const text of [...ALL_TEXTS.map(([words]) => words), ...BOUNCES.map((bounce) => bounce.text)]) {
      for (const cause of (await explain({ text, octets: null })).causes) {
        const { code, actions } = cause
        const does = actions.map((advice) => buttonActionOf(advice, code))
        const words = actions.map((advice) => causeButtonWords(advice, cause, t))
        expect(does).toHaveLength(actions.length)
        expect(words.filter((label) => !/^[^{}]*[^{}\s][^{}]*$/.test(label))).toEqual([])
        expect(new Set(words).size).toBe(words.length)
      }
    }
  })
})
