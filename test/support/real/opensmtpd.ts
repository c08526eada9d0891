import { freePorts } from './free-ports.ts'
import { createJail, isUnpacked } from './jail.ts'
import { waitForPort } from './wait.ts'

export interface OpenSmtpdOptions {
  readonly certificate: string
  readonly key: string
}

export interface OpenSmtpd {
  /** `unsigned` offers no sign-in at all. */
  readonly ports: { readonly submission: number; readonly submissions: number; readonly unsigned: number }
  readonly log: () => string
  readonly stop: () => Promise<void>
}

export const hasOpenSmtpd: boolean = isUnpacked('opensmtpd')

/** A real OpenSMTPD on free loopback ports, with a file of credentials that opens nothing. */
export async function startOpenSmtpd({ certificate, key }: OpenSmtpdOptions): Promise<OpenSmtpd> {
  const jail = await createJail('opensmtpd')
  const [submission = 0, submissions = 0, unsigned = 0] = await freePorts(3)
  const ports = { submission, submissions, unsigned }
  try {
    for (const folder of ['var/lib/opensmtpd/empty', 'var/spool/smtpd']) await jail.makeFolder(folder, 'root')
    await jail.setMode('var/spool/smtpd', 0o711)
    await jail.write('etc/mailname', 'mail.example.test\n')
    await jail.write('etc/cert.pem', certificate, 0o600)
    await jail.write('etc/key.pem', key, 0o600)
    await jail.write('etc/credentials', 'anna@example.test *\n')
    await jail.write('etc/smtpd.conf', configuration(ports))
    jail.start(['/usr/sbin/smtpd', '-d', '-f', '/etc/smtpd.conf'], { as: 'root' })
    for (const port of Object.values(ports)) await waitForPort(port)
  } catch (error) {
    await jail.stop()
    throw new Error(`opensmtpd did not start: ${jail.said()}`, { cause: error })
  }
  return { ports, log: jail.said, stop: jail.stop }
}

function configuration({ submission, submissions, unsigned }: OpenSmtpd['ports']): string {
  return `
table credentials file:/etc/credentials
pki mail cert "/etc/cert.pem"
pki mail key "/etc/key.pem"
listen on 127.0.0.1 port ${submission} tls-require pki mail auth <credentials>
listen on 127.0.0.1 port ${submissions} smtps pki mail auth <credentials>
listen on 127.0.0.1 port ${unsigned}
action "relay" relay
match auth from any for any action "relay"
`
}
