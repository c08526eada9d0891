import type { ProgramError } from '#shared/explain/programs/program-error.ts'

/**
 * What programs and languages write in sentences about their own connection: msmtp, mbsync, swaks, curl, PHP, Python,
 * Java, Go, Rust, .NET, Android, K-9, FairEmail, Nextcloud, Gmail. The particular before the general.
 */
export const CONNECTION_ERRORS: readonly ProgramError[] = [
  [
    /CN[=`'" ]{0,4}.{1,120} did not match|certificate is (?:only )?valid for .{1,300}, not |certificate owner does not match|not ?valid ?for ?name|(?:host|server)[- ]?name .{0,120}(?:does not|doesn.t|didn.t|not) (?:match|verified)|(?:host|common) ?name mismatch|certificate (?:name |common name |subject )?(?:does not|doesn.t|didn.t) match|SSLPeerUnverified|curl: \(51\)|certificate .{0,40}(?:different|another) (?:host|server|name)|zertifikat .{0,80}(?:passt nicht|stimmt nicht|gehört nicht|(?:anderen|falschen) (?:namen|host|server))/i,
    'TLS_NAME',
  ],
  [
    /certificate [^.;]{0,40}(?:is |was |has )(?:been )?expired|certificate expired|CertificateExpired|expired certificate|is expired or (?:is )?not yet valid|invalid peer certificate: Expired|zertifikat .{0,60}abgelaufen/i,
    'TLS_EXPIRED',
  ],
  [
    /CaUsedAsEndEntity|UnknownIssuer|issuer is unknown|certification path not found|CertPathValidator|UntrustedRoot|SSL certificate problem|curl: \(60\)|not (?:issued|signed) by a trusted|certificate verification (?:failed|error)|certificate (?:is |was )?not trusted|untrusted certificate|invalid certificate|zertifikat .{0,60}(?:nicht vertrau|nicht überprüft|ungültig)|nicht vertrauenswürdig|identität .{0,100}kann nicht überprüft/i,
    'TLS_UNTRUSTED',
  ],
  [
    /no appropriate protocol|protocol is disabled or cipher|unsupported (?:ssl|tls)? ?protocol version|fatal alert: ?protocol_?version|protocol version (?:is )?not supported|no (?:common|shared) protocol|SSL_VERSION_OR_CIPHER_MISMATCH|offered protocol|client offered only unsupported versions/i,
    'TLS_OLD',
  ],
  [
    /unexpected TLS packet|InvalidContentType|corrupted frame|frame size or|unexpected packet format|unable to parse TLS packet header|unknown protocol|not an (?:ssl|tls) (?:record|message)/i,
    'TLS_NOT_TLS',
  ],
  [
    /using SSL\b.{0,100}without SSL|fatal alert|handshake ?failure|gnutls_handshake\(\) failed|(?:ssl|tls|gnutls)[- ](?:handshake|negotiation|connection) (?:has )?(?:failed|failure|error)|TLS-Handshake|curl: \(58\)/i,
    'TLS_HANDSHAKE',
  ],
  [/curl: \(64\)|server does not support TLS|no STARTTLS (?:support|offered)/i, 'STARTTLS_MISSING'],
  [
    /unable to resolve host|name could not be resolved|cannot find the e-?mail server|no such host\b|failed to lookup address|cannot (?:resolve|locate) (?:host|server)|getaddresses: |konnte nicht aufgelöst werden|host ?name .{0,60}(?:could not be|cannot be|not) (?:resolved|found)/i,
    'NET_DNS_NONE',
  ],
  [
    /connection refused|refused (?:the |your |our )?connection|verbindung (?:wurde )?(?:verweigert|abgelehnt)/i,
    'NET_REFUSED',
  ],
  [
    /\S ?[:("]{1,2} {0,3}(?:connection|operation|connect|read) timed out|^\W{0,2}timeouterror|greeting never received|connect(?:ion|ing)?\b[^.;]{3,100}timed?[- ]?out|timed?[- ]?out (?:while |when )?(?:connect|reading|waiting)|\): timed out|Net::(?:Open|Read)Timeout|socket timeout|after \d{2,6} ?ms\b|zeitüberschreitung|zeitlimit|wartezeit[^.]{0,20}(?:abgelaufen|überschritten)/i,
    'NET_TIMEOUT',
  ],
  [/network (?:is )?unreachable|host (?:is )?unreachable|no route to host/i, 'NET_UNREACHABLE'],
  [
    /unexpectedly closed|closed (?:the )?connection|connection (?:to \S{1,100} )?(?:was |has been |is )?(?:closed|reset|aborted|dropped|lost|interrupted|shut ?down)|end of stream|EOF occurred|unexpected EOF|\bEOF$|broken pipe|empty reply from server|curl: \((?:52|55|56)\)|socket (?:is |was )?closed|verbindung (?:wurde )?(?:unterbrochen|getrennt|geschlossen|zurückgesetzt)/i,
    'NET_RESET',
  ],
]

/** What is left once no sentence of a program was known: it did not get there, and does not say why. */
export const NOT_CONNECTED: readonly ProgramError[] = [
  [
    /(?:failed|unable) to connect to|(?:cannot|can't|could not|couldn't) connect to|error connecting to/i,
    'NET_UNREACHABLE',
  ],
]
