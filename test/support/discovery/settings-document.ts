export interface ServerText {
  readonly type?: 'imap' | 'pop3' | 'smtp'
  readonly hostname?: string
  readonly port?: string
  readonly socketType?: string
  readonly username?: string
  readonly authentication?: string
}

const USUAL_PORT = { imap: '993', pop3: '995', smtp: '465' } as const

/** One server section as a provider writes it. */
export function serverSection({
  type = 'imap',
  hostname = `${type}.example.org`,
  port = USUAL_PORT[type],
  socketType = 'SSL',
  username = '%EMAILADDRESS%',
  authentication = 'password-cleartext',
}: ServerText): string {
  const tag = type === 'smtp' ? 'outgoingServer' : 'incomingServer'
  return `<${tag} type="${type}"><hostname>${hostname}</hostname><port>${port}</port>
    <socketType>${socketType}</socketType><username>${username}</username>
    <authentication>${authentication}</authentication></${tag}>`
}

/** A whole autoconfig document. */
export function settingsDocument(...servers: readonly ServerText[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>
${servers.map(serverSection).join('\n')}
</emailProvider></clientConfig>`
}
