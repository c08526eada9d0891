import { expect, test } from 'vitest'
import type { StageFacts } from '#shared/domain/stage.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'

test.each<readonly [string, StageFacts['mailbox'], string]>([
  ['nothing, where nothing is known', {}, ''],
  ['how many messages there are', { messages: 0 }, '0 MESSAGES'],
  ['how many of them are unread', { messages: 3, unseen: 0 }, '3 MESSAGES · 0 UNSEEN'],
  ['how a folder inside another one is named', { delimiter: '.' }, 'INBOX.…'],
  ['nothing about folders inside where there are none', { messages: 1, delimiter: null }, '1 MESSAGES'],
  ['how full the mailbox is', { usedKb: 1, limitKb: 20 }, '1 / 20 KiB'],
])('of a mailbox is told: %s', (_, facts, text) => {
  const times = { startedMs: 0, endedMs: 1 }
  expect(stageFactsText({ stage: 'mailbox', status: 'ok', ...times, facts })).toBe(text)
})
