import type { Provider, ServerText } from '#shared/catalogue/provider.ts'
import type { PolicyProvider } from '#shared/policy/policy.ts'

/** A provider of a policy as one of the catalogue, so that everything behind it works the same. */
export function asProvider({
  id,
  name,
  domains,
  servers,
  userName,
  signIn,
  helpPage,
  issuer,
}: PolicyProvider): Provider {
  return {
    id,
    name,
    kind: 'mailbox',
    accountType: 'other',
    domains,
    mx: [],
    servers: {
      imap: (servers.imap ?? []) as readonly ServerText[],
      pop3: (servers.pop3 ?? []) as readonly ServerText[],
      smtp: (servers.smtp ?? []) as readonly ServerText[],
    },
    userName,
    signIn: signIn.map((kind) => ({ kind })),
    ...(issuer === null ? {} : { oauthIssuer: issuer }),
    pages: helpPage === null ? {} : { help: helpPage },
    hints: [],
    retiredHosts: [],
    // The administrator who ships the file answers for it; there is nothing to date.
    sources: [],
    comparedOn: '1970-01-01',
  }
}
