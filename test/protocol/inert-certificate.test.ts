import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { reportSurvey } from '#shared/survey/survey-report.ts'
import { createCertificateAuthority } from '#engine/practice/certificate-authority.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'
import { portsJson } from '#cli/output/ports-json.ts'
import { portsText } from '#cli/output/ports-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, HOST, serverTls } from '../support/certificates.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'
import { harmInOutputs } from '../support/every-output.ts'
import { FILLINGS, harmIn, harmInLines } from '../support/hostile-fillings.ts'
import { tryOut } from '../support/probe-bench.ts'

const { t } = createTranslator('en')

/** A name as it stands in a certificate, where some characters mean something. */
const inName = (text: string) => text.replace(/[,+"\\<>;=#]/g, (letter) => `\\${letter}`)

/** What a server with nothing to lose has written into its certificate, in every place for words. */
function hostileOrder(filling: Buffer) {
  const text = filling.toString('utf8').slice(0, 5_000)
  const words = inName(text)
  return {
    dnsNames: [HOST, `a${text}.test`, `${text}, DNS:evil.test`, `*.${text}`],
    commonName: `${words},O=${words}`,
  }
}

const trusted = (filling: Buffer) => serverTls(hostileOrder(filling))
const selfSigned = (filling: Buffer) => authority.issueSelfSigned(hostileOrder(filling))
async function fromStranger(filling: Buffer) {
  const by = await createCertificateAuthority(inName(filling.toString('utf8').slice(0, 5_000)))
  return serverTls(hostileOrder(filling), by)
}
const otherName = (filling: Buffer) =>
  serverTls({ ...hostileOrder(filling), dnsNames: [`a${filling.toString('utf8').slice(0, 200)}.test`] })

describe.each([
  ['trusted', trusted],
  ['self-signed', selfSigned],
  ['of an unknown authority', fromStranger],
  ['for another name', otherName],
])('a certificate, %s, with', (_, issue) => {
  test.each(FILLINGS)('%s is inert in every output', async (_name, filling) => {
    const tls = await issue(filling)
    expect(harmInOutputs(await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap' }))).toEqual([])
  })
})

test.each(FILLINGS)('%s in a certificate is inert in a look at all ports', async (_, filling) => {
  const world = await createDiscoveryWorld({
    endpoints: { [`${HOST}:993`]: mailServer('imap', 'tls', await trusted(filling)) },
    limits: { connectMs: 400 },
  })
  const seen = await surveyPorts([HOST], 'anna@example.test', world.tools, new AbortController().signal)
  await world.stop()
  const report = reportSurvey(seen, 'anna@example.test', '2026-11-20')
  const { request, ...json } = portsJson(report, t)
  expect(json.hosts[0]?.doors.filter(({ state }) => state === 'open')).toHaveLength(1)
  expect(harmIn([report, json])).toEqual([])
  expect(harmInLines([portsText(report, t, createStyle('plain')), request ?? ''].join('\n'))).toEqual([])
})

test('the words of an honest certificate are shown as they came', async () => {
  const commonName = 'Größe 株式会社,O=Müller & Söhne'
  const tls = await serverTls({ dnsNames: [HOST, '*.xn--mller-kva.example', 'a_b.example.test'], commonName })
  const { result } = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap' })
  const stage = result.evidence.stages.find((record) => record.stage === 'certificate')
  expect(stage?.facts).toMatchObject({
    certificate: {
      subject: 'Größe 株式会社, Müller & Söhne',
      dnsNames: [HOST, '*.xn--mller-kva.example', 'a_b.example.test'],
    },
  })
})
