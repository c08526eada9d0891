import { describe, expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

const P = 'dkim=pass header.d=bank.test; dmarc=pass header.from=bank.test'
const FROM = 'From: CEO <ceo@bank.test>'
/** What the sender put below the hop that the receiver wrote. */
const FORGED = ['Received: from a by mx.evil.test', `Authentication-Results: mx.evil.test; ${P}`]

const read = (...lines: readonly string[]) => readMessageFacts([...lines, FROM, '', 'body'].join('\r\n'))

/** Each begins with what the sender chose: its greeting, its name in DNS, or the name its ident server gives. */
const BY_ITS_OWN_WORD: readonly (readonly [string, string])[] = [
  ['an address as its greeting', 'from [10.0.0.1] by localhost (Postfix)'],
  ['a bare address as its greeting', 'from 10.0.0.1 by localhost with SMTP'],
  ['an address as its greeting to an address', 'from [127.0.0.1] by 10.0.0.1 with ESMTP'],
  ['no address that the receiver could tell', 'from unknown (unknown) by 10.0.0.1'],
  ['a local name', 'from localhost by localhost with SMTP'],
  ['an address in the greeting that qmail notes', 'from unknown (HELO [10.0.0.1]) by 10.0.0.1 with SMTP'],
  ['two addresses in a comment', 'from x (me [10.0.0.1] @evil.test [10.0.0.2]) by localhost with SMTP'],
  ['a greeting with "by" in it', 'from x by 10.0.0.1 (evil [203.0.113.9]) by 10.0.0.2 with SMTP'],
  ['a greeting with a host in it', 'from x by mx.evil.test (e [203.0.113.9]) by mx.receiver.test with SMTP'],
  [
    '"by" as its greeting, and a host',
    'from by by mx.evil.test (e [203.0.113.9]) by mx.receiver.test with SMTP',
  ],
  ['a bracket without an end as its greeting', 'from (x ([203.0.113.9]) by localhost with SMTP'],
  ['a quotation mark as its greeting', 'from "x ([203.0.113.9]) by localhost with SMTP'],
  ['a greeting without an end to it', `from (${'x'.repeat(9_000)}) by localhost with SMTP`],
]

describe('a hop is not within the house because the sender greets with', () => {
  test.each(BY_ITS_OWN_WORD)('%s', (_, hop) => {
    expect(read(`Received: ${hop}`, ...FORGED)).toMatchObject({ verdicts: [], clientAddress: null })
  })
})

const WITHIN: readonly (readonly [string, string])[] = [
  ['which names no sender', 'by 10.0.0.1 with SMTP id x'],
  ['of qmail on the host itself', '(qmail 12 invoked by uid 89)'],
  ['from an address of the house', 'from mx1 (mx1 [10.2.3.4]) by store (Cyrus) with ESMTP'],
  ['from an address of the house alone in brackets', 'from mx1 (10.2.3.4) by store with SMTP'],
  [
    'through a filter',
    'from mx ([127.0.0.1]) by localhost (mx.receiver.test [127.0.0.1]) (amavisd-new) with ESMTP',
  ],
  ['of Exim without a name', 'from [10.2.3.4] (helo=mx1) by store with esmtp (Exim 4.96)'],
  ['of Exim with the port', 'from [10.2.3.4] (port=40000 helo=mx1) by store with esmtp (Exim 4.96)'],
  ['through a socket of Dovecot', 'from mail.receiver.test by store with LMTP id x'],
  ['through an encrypted line of LMTP', 'from mail.receiver.test by store with LMTPS id x'],
  ['of a program that fetches', 'from pop.receiver.test [203.0.113.1] by laptop with POP3 (fetchmail-6.4)'],
  [
    'of a program that fetches by IMAP',
    'from imap.receiver.test [203.0.113.1] by laptop with IMAP (fetchmail-6.4)',
  ],
]

describe('a hop within the house is passed over', () => {
  test.each(WITHIN)('%s', (_, hop) => {
    const border = 'Received: from out.bank.test (out.bank.test [203.0.113.9]) by mx.receiver.test with SMTP'
    const facts = read(`Received: ${hop}`, border, `Authentication-Results: mx.receiver.test; ${P}`)
    expect(facts).toMatchObject({ receiver: 'mx.receiver.test', clientAddress: '203.0.113.9' })
    expect(facts.verdicts.length).toBe(2)
  })
})

const NOTED: readonly (readonly [string, string, string | null])[] = [
  ['Postfix', 'from [10.0.0.1] (x [203.0.113.9]) by mx.receiver.test (Postfix)', '203.0.113.9'],
  ['sendmail', 'from x (x [203.0.113.9] (may be forged)) by mx.receiver.test (8.17/8.17)', '203.0.113.9'],
  ['qmail', 'from unknown (HELO [203.0.113.7]) (203.0.113.9) by mx.receiver.test with SMTP', '203.0.113.9'],
  ['qmail with ident', 'from unknown (HELO x) (me@203.0.113.9) by mx.receiver.test with SMTP', null],
  ['Exim', 'from x ([203.0.113.9] helo=[203.0.113.7]) by mx.receiver.test with esmtp', '203.0.113.9'],
  [
    'Exim without a name',
    'from [203.0.113.9] (helo=[10.0.0.1]) by mx.receiver.test with esmtp',
    '203.0.113.9',
  ],
  ['Exim without a name, IPv6', 'from [2001:db8::7] (port=9 helo=x) by mx.receiver.test', '2001:db8::7'],
  ['Yahoo', 'from 203.0.113.9 (EHLO 203.0.113.7) by mx.receiver.test with SMTPs', '203.0.113.9'],
  ['a host that notes none', 'from [203.0.113.7] by mx.receiver.test with SMTP', null],
  ['a host that notes none but a name', 'from [203.0.113.7] (unknown) by mx.receiver.test', null],
]

describe('the address at the other end is the one that the receiver noted, as by', () => {
  test.each(NOTED)('%s', (_, hop, expected) => {
    expect(read(`Received: ${hop}`).clientAddress).toBe(expected)
  })
})
