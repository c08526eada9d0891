import type { Zone } from '../support/arrival/zone.ts'
import { GOOD_KEY, SHORT_KEY } from '../support/arrival/ask.ts'
import { about, type Situation } from './situation.ts'

interface Parts {
  readonly results?: string
  readonly client?: string
  readonly signed?: string
  readonly more?: string
}

/** A message as a mailbox elsewhere got it. */
export function message({
  results = 'spf=pass smtp.mailfrom=anna@example.org; dkim=pass header.d=example.org header.s=fm1; dmarc=pass header.from=example.org',
  client = '198.51.100.20',
  signed = 'example.org',
  more = '',
}: Parts = {}): string {
  const hop =
    client === ''
      ? 'from localhost (localhost [127.0.0.1])'
      : `from out.example.net (out.example.net [${client}])`
  return [
    'Delivered-To: bob@receiver.test',
    'Received: by 10.0.0.1 with SMTP id x; Fri, 20 Nov 2026 10:00:00 +0000',
    `Received: ${hop}\r\n\tby mx.receiver.test with ESMTPS id y`,
    ...(results === '' ? [] : [`Authentication-Results: mx.receiver.test;\r\n       ${results}`]),
    ...(signed === ''
      ? []
      : [`DKIM-Signature: v=1; a=rsa-sha256; d=${signed}; s=fm1; h=from;\r\n bh=x; b=y`]),
    ...(more === '' ? [] : [more]),
    'From: Anna <anna@example.org>',
    'To: bob@receiver.test',
    'Subject: test',
    '',
    'From: other@else.test',
  ].join('\r\n')
}

const arrived = (parts: Parts, zone: Zone = {}) => ({ message: message(parts), zone })
const OTHER_SPF: Zone = { 'TXT example.org': ['v=spf1 ip4:203.0.113.77 -all'] }

const SPF = about('spf', [
  ['the receiver let it pass', arrived({}), 'OK', 'nobody', 'nothing', { proof: 'message' }],
  [
    'without the receiver\u2019s word the address it came from decides',
    arrived({ results: '' }),
    'OK',
    'nobody',
    'nothing',
    { proof: 'message' },
  ],
  [
    'it came from an address that is not on the list',
    arrived({ results: 'spf=fail smtp.mailfrom=example.org' }, OTHER_SPF),
    'ARRIVE_SPF_SERVICE',
    'you',
    'publish-record',
    {
      proof: 'message',
      records: ['replace example.org TXT v=spf1 ip4:203.0.113.77 include:spf.messagingengine.com -all'],
    },
  ],
  [
    'of an unknown service the address is added',
    {
      ...arrived({ results: 'spf=softfail smtp.mailfrom=example.org' }, OTHER_SPF),
      smtpHost: 'mail.example.net',
    },
    'ARRIVE_SPF_SERVICE',
    'you',
    'publish-record',
    { proof: 'message', records: ['replace example.org TXT v=spf1 ip4:203.0.113.77 ip4:198.51.100.20 -all'] },
  ],
  [
    'a message whose envelope bears another domain says nothing about this one',
    arrived({ results: 'spf=pass smtp.mailfrom=bounce@mailer.test' }),
    'OK',
    'nobody',
    'nothing',
    { proof: 'published' },
  ],
  [
    'a message that never left its server says nothing',
    arrived({ results: '', client: '', signed: '' }),
    'OK',
    'nobody',
    'nothing',
    { proof: 'published' },
  ],
])

const DKIM = about('dkim', [
  ['the receiver confirmed the signature', arrived({}), 'OK', 'nobody', 'nothing', { proof: 'message' }],
  [
    'no signature',
    arrived({ results: 'spf=pass smtp.mailfrom=example.org', signed: '' }),
    'ARRIVE_DKIM_MISSING',
    'you',
    'switch-on-signing',
    { proof: 'message' },
  ],
  [
    'only the provider signed',
    arrived({
      results: 'dkim=pass header.d=example-org.gappssmtp.test',
      signed: 'example-org.gappssmtp.test',
    }),
    'ARRIVE_DKIM_FOREIGN',
    'you',
    'switch-on-signing',
    { proof: 'message' },
  ],
  [
    'the signature did not fit',
    arrived({ results: 'dkim=fail header.d=example.org' }),
    'ARRIVE_DKIM_FAILED',
    'provider',
    'ask-provider',
  ],
  [
    'the signature failed because its key was taken back',
    arrived(
      { results: 'dkim=permerror header.d=example.org' },
      { 'TXT fm1._domainkey.example.org': ['v=DKIM1; p='] },
    ),
    'ARRIVE_DKIM_REVOKED',
    'you',
    'switch-on-signing',
  ],
  [
    'a signature with a short key',
    arrived({}, { 'TXT fm1._domainkey.example.org': [SHORT_KEY] }),
    'ARRIVE_DKIM_SHORT',
    'you',
    'switch-on-signing',
  ],
  [
    'a signature of the domain above, by its own key',
    {
      ...arrived({ results: 'dkim=pass header.i=@example.org' }),
      domain: 'team.example.org',
    },
    'OK',
    'nobody',
    'nothing',
    { proof: 'message' },
  ],
  [
    'a message that never left its server bears no signature',
    arrived({ results: '', client: '', signed: '' }),
    'ARRIVE_DKIM_UNKNOWN',
    'you',
    'send-test',
  ],
  [
    'the word of the sender about itself counts for nothing',
    {
      message: message({
        results: '',
        signed: '',
        more: 'Authentication-Results: mx.receiver.test; dkim=pass header.d=example.org\r\nDKIM-Signature: v=1; d=evil.test; s=x; b=y',
      }).replace(
        'Subject: test',
        'Subject: test\r\nAuthentication-Results: mx.receiver.test; dkim=pass header.d=example.org',
      ),
      zone: { 'TXT fm1._domainkey.example.org': [GOOD_KEY] },
    },
    'ARRIVE_DKIM_FOREIGN',
    'you',
    'switch-on-signing',
  ],
])

const DMARC = about('dmarc', [
  ['the receiver found it in order', arrived({}), 'OK', 'nobody', 'nothing', { proof: 'message' }],
  [
    'neither server nor signature stands for the domain',
    arrived({ results: 'spf=pass smtp.mailfrom=mailer.test; dkim=pass header.d=mailer.test' }),
    'ARRIVE_DMARC_ALIGN',
    'you',
    'switch-on-signing',
    { proof: 'message' },
  ],
  [
    'a rule that another domain keeps to says nothing about this one',
    arrived({ results: 'spf=pass smtp.mailfrom=mailer.test; dmarc=pass header.from=mailer.test' }),
    'ARRIVE_DMARC_ALIGN',
    'you',
    'switch-on-signing',
    { proof: 'message' },
  ],
  [
    'a domain of the same organisation is enough',
    arrived({ results: 'spf=pass smtp.mailfrom=bounce.example.org; dkim=none' }),
    'OK',
    'nobody',
    'nothing',
  ],
  [
    'it is not enough where the rule is strict',
    arrived(
      { results: 'spf=pass smtp.mailfrom=bounce.example.org; dkim=none' },
      { 'TXT _dmarc.example.org': ['v=DMARC1; p=reject; aspf=s'] },
    ),
    'ARRIVE_DMARC_ALIGN',
    'you',
    'switch-on-signing',
  ],
])

export const MESSAGE_CASES: readonly Situation[] = [...SPF, ...DKIM, ...DMARC]
