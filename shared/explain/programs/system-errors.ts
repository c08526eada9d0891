import type { ProgramError } from '#shared/explain/programs/program-error.ts'

/**
 * What systems, languages and TLS libraries say below a mail program: POSIX and Winsock, Node, Python, Java, .NET, curl,
 * OpenSSL, NSS. The particular before the general.
 */
export const SYSTEM_ERRORS: readonly ProgramError[] = [
  [/wrong version number|packet length too long|record layer failure|RX_RECORD_TOO_LONG/i, 'TLS_NOT_TLS'],
  [/Unsupported or unrecognized SSL message|tls: first record does not look like/i, 'TLS_NOT_TLS'],
  [
    /STARTTLS (extension |is )?not supported|STARTTLS is required but|does not support STARTTLS/i,
    'STARTTLS_MISSING',
  ],
  [
    /ERR_CERT_COMMON_NAME_INVALID|ERR_TLS_CERT_ALTNAME|match certificate's altnames|BAD_CERT_DOMAIN/i,
    'TLS_NAME',
  ],
  [/hostname mismatch|doesn't match (either of )?['"]|no alternative certificate subject name/i, 'TLS_NAME'],
  [/No (subject )?alternative (DNS )?names? (matching|present)|RemoteCertificateNameMismatch/i, 'TLS_NAME'],
  [
    /CERT_HAS_EXPIRED|certificate has expired|EXPIRED_CERTIFICATE|NotAfter:|not yet valid|NotYetValid|ERR_CERT_DATE_INVALID/i,
    'TLS_EXPIRED',
  ],
  [
    /unsupported protocol|PROTOCOL_VERSION|UNSUPPORTED_VERSION|dh key too small|no appropriate protocol|no protocols available/i,
    'TLS_OLD',
  ],
  [/tlsv1 alert protocol version|legacy sigalg|do not possess a common algorithm/i, 'TLS_OLD'],
  [/self[- ]signed certificate|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(VERIFY|GET_ISSUER)/i, 'TLS_UNTRUSTED'],
  [/unable to (verify the first certificate|get local issuer)|certificate verify failed/i, 'TLS_UNTRUSTED'],
  [
    /UNKNOWN_ISSUER|ERR_CERT_AUTHORITY_INVALID|PKIX path building failed|RemoteCertificateChainErrors|unknown authority/i,
    'TLS_UNTRUSTED',
  ],
  [/remote certificate (is|was) (rejected|invalid)|CERTIFICATE_VERIFY_FAILED/i, 'TLS_UNTRUSTED'],
  [/alert handshake failure|handshake_failure|SSLHandshakeException|NO_CYPHER_OVERLAP/i, 'TLS_HANDSHAKE'],
  [/ERR_SSL_|EPROTO\b|curl: \(35\)/, 'TLS_HANDSHAKE'],
  [/EAI_AGAIN|Temporary failure in name resolution|\b11002\b/i, 'NET_DNS_FAIL'],
  [/ENOTFOUND|getaddrinfo failed|nodename nor servname|Name or service not known/i, 'NET_DNS_NONE'],
  [/UnknownHostException|No such host is known|could not resolve host|NXDOMAIN|\b11001\b/i, 'NET_DNS_NONE'],
  [/ECONNREFUSED|\b(errno|error)[ :#=]{0,3}(111|61|10061)\b|actively refused/i, 'NET_REFUSED'],
  [/ConnectException: Connection refused|curl: \(7\)/i, 'NET_REFUSED'],
  [/ETIMEDOUT|ESOCKETTIMEDOUT|\b(errno|error)[ :#=]{0,3}(110|60|10060)\b|curl: \(28\)/i, 'NET_TIMEOUT'],
  [/SocketTimeoutException|connected party did not properly respond|i\/o timeout/i, 'NET_TIMEOUT'],
  [
    /ENETUNREACH|EHOSTUNREACH|\b(errno|error)[ :#=]{0,3}(101|113|10051|10065)\b|No route to host/i,
    'NET_UNREACHABLE',
  ],
  [/ENETDOWN|network is down|\b(errno|error)[ :#=]{0,3}10050\b/i, 'NET_OFFLINE'],
  [/ECONNRESET|EPIPE|ECONNABORTED|\b(errno|error)[ :#=]{0,3}(104|54|32|10053|10054)\b/i, 'NET_RESET'],
  [
    /forcibly closed by the remote host|unexpected (eof|end of file)|closed unexpectedly|Connection reset by peer/i,
    'NET_RESET',
  ],
]
