import { describe, expect, test } from 'vitest'
import {
  isSavedRefused,
  recordOf,
  stillCounting,
  verdictOnPassword,
  type Refusal,
} from '#shared/accounts/refusals.ts'
import { imapReply, smtpReply, type ServerReply } from '#shared/domain/server-reply.ts'
import type { StageRecord } from '#shared/domain/stage.ts'

const NOW = new Date('2026-11-20T12:00:00.000Z')
const target = { host: 'imap.example.org', userName: 'anna' }
const smtp = { host: 'smtp.example.org', userName: 'anna' }
const refusal = (time: string, change: Partial<Refusal> = {}): Refusal => ({
  ...target,
  at: `2026-11-20T${time}:00.000Z`,
  password: 'typed',
  ...change,
})

describe('refused passwords', () => {
  test.each<readonly [string, readonly Refusal[], number, number, string | null]>([
    ['none', [], 0, 3, null],
    ['one', [refusal('11:50')], 1, 2, '11:50'],
    ['two at two servers of the account', [refusal('11:50'), refusal('11:40', smtp)], 2, 1, '11:40'],
    ['those of another user do not count', [refusal('11:50', { userName: 'ben' })], 0, 3, null],
    ['nor those of another provider', [refusal('11:50', { host: 'imap.example.net' })], 0, 3, null],
    ['nor those of two hours ago', [refusal('10:00'), refusal('11:59')], 1, 2, '11:59'],
    ['nor those of a clock that ran ahead', [refusal('14:00')], 0, 3, null],
    ['more than are left', ['11:10', '11:20', '11:30', '11:40'].map((time) => refusal(time)), 4, 0, '11:10'],
  ])('%s', (_, refusals, refused, left, since) => {
    expect(recordOf({ refusals, pending: [] }, [target, smtp], NOW)).toEqual({
      refused,
      left,
      since: since === null ? null : `2026-11-20T${since}:00.000Z`,
    })
  })

  test('are forgotten after their time, but for a saved one, which would be the same tomorrow', () => {
    const saved = refusal('08:00', { password: 'saved' })
    expect(stillCounting([refusal('08:00'), saved, refusal('11:50')], NOW)).toEqual([saved, refusal('11:50')])
    expect(isSavedRefused([saved], [target])).toBe(true)
    expect(isSavedRefused([saved], [smtp])).toBe(false)
    expect(isSavedRefused([refusal('11:50')], [target])).toBe(false)
  })
})

describe('what a test says about the password', () => {
  const times = { startedMs: 0, endedMs: 1 }
  const said = (reply: ServerReply): StageRecord => ({
    stage: 'login',
    status: 'failed',
    ...times,
    facts: {},
    fault: { kind: 'rejected', reply },
  })
  const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const

  test.each<readonly [string, StageRecord, ReturnType<typeof verdictOnPassword>]>([
    ['a sign-in', { stage: 'login', status: 'ok', ...times, facts: { method: 'plain' } }, 'accepted'],
    ['a definite no', said(imapReply('NO', 'AUTHENTICATIONFAILED', 'no')), 'refused'],
    ['a server that is busy', said(smtpReply(454, '4.7.0', 'later')), null],
    ['one that asks for an app password', said(smtpReply(534, '5.7.9', 'app')), null],
    ['no sign-in at all', { stage: 'login', status: 'skipped', ...times, facts: { why: 'not-asked' } }, null],
    [
      'a line that broke',
      { stage: 'tls', status: 'failed', ...times, facts: {}, fault: { kind: 'garbage' } },
      null,
    ],
  ])('%s', (_, record, verdict) => {
    expect(verdictOnPassword({ endpoint, stages: [record] })).toBe(verdict)
  })
})
