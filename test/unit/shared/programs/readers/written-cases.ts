import type { ReaderCase } from './told.ts'

/** Files as the programs themselves have written them; names and hosts are made up. */
export const WRITTEN_CASES: readonly ReaderCase[] = [
  [
    'as evolution-data-server 3.46 leaves its files: what it has added stands behind an empty line of its group',
    'evolution',
    [
      {
        name: 'acc1.source',
        text: '[Data Source]\nDisplayName=anna@example.org\nEnabled=true\nParent=\n\n[Mail Account]\nBackendName=imapx\nIdentityUid=ident1\n\n[Authentication]\nHost=imap.example.org\nMethod=PLAIN\nPort=993\nProxyUid=system-proxy\nRememberPassword=true\nUser=anna@example.org\n\nCredentialName=\nIsExternal=false\n\n[Security]\nMethod=ssl-on-alternate-port\n',
      },
      {
        name: 'ident1.source',
        text: '[Data Source]\nDisplayName=anna@example.org\nEnabled=true\nParent=acc1\n\n[Mail Identity]\nAddress=anna@example.org\nName=Anna Lindqvist\n\n[Mail Submission]\nTransportUid=trans1\n',
      },
      {
        name: 'system-proxy.source',
        text: '\n[Data Source]\nDisplayName[de]=Standard-Proxy-Einstellungen\nDisplayName[nl]=Standaardproxy-instellingen\nDisplayName=Default Proxy Settings\nEnabled=true\n\n[Proxy]\nMethod=default\n',
      },
      {
        name: 'trans1.source',
        text: '[Data Source]\nDisplayName=anna@example.org\nEnabled=true\nParent=acc1\n\n[Mail Transport]\nBackendName=smtp\n\n[Authentication]\nHost=smtp.example.org\nMethod=LOGIN\nPort=587\nUser=anna@example.org\n\nProxyUid=system-proxy\nRememberPassword=true\nCredentialName=\nIsExternal=false\n\n[Security]\nMethod=starttls-on-standard-port\n',
      },
    ],
    [
      [
        'anna@example.org <anna@example.org>',
        'imap anna@example.org imap.example.org:993 tls password',
        'smtp anna@example.org smtp.example.org:587 starttls password',
      ],
    ],
  ],
]
