import { describe, expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

interface Mailbox {
  readonly name: string
  readonly lines: readonly string[]
  readonly receiver: string
  readonly clientAddress: string | null
}

const AUTHORS = ['DKIM-Signature: v=1; d=sender.test; s=one; b=x', 'From: Anna <anna@sender.test>']
const HOP_OF_SENDER = 'Received: from desk (desk [10.9.8.7]) by out.sender.test with ESMTPSA id S'

/** As mailboxes of these houses get their mail: who writes on top of it, in which order and under which names. */
const MAILBOXES: readonly Mailbox[] = [
  {
    name: 'Google: the results below the hop of the border, a hop without a name above it',
    receiver: 'mx.google.com',
    clientAddress: '203.0.113.9',
    lines: [
      'Delivered-To: bob@gmail.test',
      'Received: by 2002:a05:7300:1111:b0:123:4567:89ab with SMTP id d1csp1;',
      'X-Received: by 2002:a05:620a:22::1 with SMTP id x;',
      'ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.i=@sender.test; dmarc=pass header.from=sender.test',
      'Return-Path: <anna@sender.test>',
      'Received: from out.sender.test (out.sender.test. [203.0.113.9])\r\n        by mx.google.com with ESMTPS id d71si1;',
      'Received-SPF: pass (google.com: domain of anna@sender.test designates 203.0.113.9 as permitted sender) client-ip=203.0.113.9;',
      'Authentication-Results: mx.google.com;\r\n       dkim=pass header.i=@sender.test header.s=one header.b=lhk5qU4z;\r\n       spf=pass (google.com: domain of anna@sender.test designates 203.0.113.9 as permitted sender) smtp.mailfrom="prvs=1=anna@sender.test";\r\n       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=sender.test',
    ],
  },
  {
    name: 'Microsoft: many hops of two domains, and results without a name',
    receiver: 'dm4pr12mb6448.namprd12.prod.outlook.com',
    clientAddress: '203.0.113.9',
    lines: [
      'Received: from BN1PR10CA0002.namprd10.prod.outlook.com (2603:10b6:408:e0::7)\r\n by DM4PR12MB6448.namprd12.prod.outlook.com (2603:10b6:8:8a::7) with Microsoft\r\n SMTP Server (version=TLS1_2) id 15.20.1;',
      'Received: from BN1PEPF00004687.namprd05.prod.outlook.com\r\n (2603:10b6:408:e0:cafe::b7) by BN1PR10CA0002.outlook.office365.com\r\n (2603:10b6:408:e0::7) with Microsoft SMTP Server id 15.20.2 via Frontend Transport;',
      'Authentication-Results: spf=pass (sender IP is 203.0.113.9)\r\n smtp.mailfrom=sender.test; receiver.test; dkim=pass (signature was verified)\r\n header.d=sender.test;receiver.test; dmarc=pass action=none header.from=sender.test;compauth=pass reason=100',
      'Received-SPF: Pass (protection.outlook.com: domain of sender.test designates\r\n 203.0.113.9 as permitted sender) receiver=protection.outlook.com;\r\n client-ip=203.0.113.9; helo=out.sender.test;',
      'Received: from out.sender.test (203.0.113.9) by\r\n BN1PEPF00004687.mail.protection.outlook.com (10.167.243.132) with Microsoft\r\n SMTP Server id 15.20.3 via Frontend Transport;',
    ],
  },
  {
    name: 'Yahoo: the results above the hop of the border, which names an address',
    receiver: 'atlas206.free.mail.ne1.yahoo.com',
    clientAddress: '203.0.113.9',
    lines: [
      'Received: from 10.222.142.150\r\n by atlas206.free.mail.ne1.yahoo.com with HTTPS;',
      'Return-Path: <anna@sender.test>',
      'Received-SPF: pass (domain of sender.test designates 203.0.113.9 as permitted sender)',
      'Authentication-Results: atlas206.free.mail.ne1.yahoo.com;\r\n dkim=pass header.i=@sender.test header.s=one;\r\n spf=pass smtp.mailfrom=sender.test;\r\n dmarc=pass(p=NONE) header.from=sender.test;',
      'Received: from 203.0.113.9 (EHLO out.sender.test) by 10.222.142.150 with SMTPs',
    ],
  },
  {
    name: 'GMX: the house in place of the host',
    receiver: 'mx-ha.gmx.net',
    clientAddress: '203.0.113.9',
    lines: [
      'Return-Path: <anna@sender.test>',
      'Authentication-Results: gmx.net; spf=pass smtp.mailfrom=sender.test; dkim=pass header.i=@sender.test; dmarc=pass header.from=sender.test',
      'Received: from out.sender.test ([203.0.113.9]) by mx-ha.gmx.net (mxgmx114\r\n [212.227.17.5]) with ESMTPS (Nemesis) id 1MaJKP for <bob@gmx.net>;',
    ],
  },
  {
    name: 'Fastmail: hops of machines without a public name on top',
    receiver: 'mx1.messagingengine.com',
    clientAddress: '203.0.113.9',
    lines: [
      'Received: from compute5.internal (compute5.nyi.internal [10.202.2.45])\r\n by sloti22d1t05 (Cyrus 3.9) with LMTPA;',
      'Received: from mx1 ([10.202.2.200]) by compute5.internal (LMTPProxy);',
      'ARC-Authentication-Results: i=1; mx1.messagingengine.com; dkim=pass header.d=sender.test',
      'Authentication-Results: mx1.messagingengine.com;\r\n dkim=pass (2048-bit rsa key sha256) header.d=sender.test header.i=@sender.test header.b=Xk3p;\r\n dmarc=pass policy.published-domain-policy=none header.from=sender.test;\r\n spf=pass smtp.mailfrom=anna@sender.test smtp.helo=out.sender.test',
      'Received: from out.sender.test (out.sender.test [203.0.113.9])\r\n by mx1.messagingengine.com (Postfix) with ESMTPS id A',
    ],
  },
  {
    name: 'Dovecot behind Postfix with rspamd, on one host of its own',
    receiver: 'mail.receiver.test',
    clientAddress: '203.0.113.9',
    lines: [
      'Return-Path: <anna@sender.test>',
      'Received: from mail.receiver.test\r\n\tby mail.receiver.test with LMTP id x (envelope-from <anna@sender.test>)',
      'Received: from out.sender.test (out.sender.test [203.0.113.9])\r\n\tby mail.receiver.test (Postfix) with ESMTPS id B',
      'Authentication-Results: mail.receiver.test;\r\n\tdkim=pass header.d=sender.test header.s=one header.b=x;\r\n\tspf=pass (mail.receiver.test: domain of anna@sender.test designates 203.0.113.9 as permitted sender) smtp.mailfrom=anna@sender.test;\r\n\tdmarc=pass (policy=none) header.from=sender.test',
    ],
  },
  {
    name: 'a host that has but one word for a name',
    receiver: '',
    clientAddress: '203.0.113.9',
    lines: [
      'Received: from out.sender.test (out.sender.test [203.0.113.9]) by mailhost (Postfix) with ESMTPS id C',
      'Authentication-Results: mailhost; spf=pass smtp.mailfrom=sender.test; dkim=pass header.d=sender.test; dmarc=pass header.from=sender.test',
    ],
  },
]

describe('what an honest receiver found out is read', () => {
  test.each(MAILBOXES)('$name', ({ lines, receiver, clientAddress }) => {
    const source = [...lines, HOP_OF_SENDER, ...AUTHORS, '', 'body'].join('\r\n')
    const facts = readMessageFacts(source)
    const verdicts = facts.verdicts.map(
      ({ method, result, domain }) => `${method}=${result} ${domain ?? '-'}`,
    )
    expect(verdicts.toSorted()).toEqual([
      'dkim=pass sender.test',
      'dmarc=pass sender.test',
      'spf=pass sender.test',
    ])
    expect(facts.receiver ?? '').toBe(receiver)
    expect(facts.clientAddress).toBe(clientAddress)
  })

  test.each(MAILBOXES)('$name, and not what the sender adds in the same name', ({ lines, receiver }) => {
    const host = receiver === '' ? 'mailhost' : receiver
    const own = lines.filter((line) => !/^Authentication-Results/i.test(line))
    const forged = `Authentication-Results: ${host}; dkim=pass header.d=sender.test; dmarc=pass header.from=sender.test`
    const source = [...own, HOP_OF_SENDER, forged, ...AUTHORS, '', 'body'].join('\r\n')
    expect(readMessageFacts(source).verdicts).toEqual([])
  })
})
