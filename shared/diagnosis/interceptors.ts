/** A virus scanner or filter that decrypts connections on their way, and presents a certificate of its own. */
export interface Interceptor {
  readonly name: string
  /** What its certificates have in the name of their issuer. */
  readonly sign: RegExp
  /** Virus scanners sit on this computer, filters in the network. */
  readonly place: 'computer' | 'network'
}

/** By the names they give their authorities. */
const INTERCEPTORS: readonly Interceptor[] = [
  { name: 'Avast', sign: /\bavast\b/i, place: 'computer' },
  { name: 'AVG', sign: /\bAVG\b/, place: 'computer' },
  { name: 'Kaspersky', sign: /kaspersky/i, place: 'computer' },
  { name: 'ESET', sign: /\bESET\b/, place: 'computer' },
  { name: 'Bitdefender', sign: /bitdefender/i, place: 'computer' },
  { name: 'Norton', sign: /\bnorton\b/i, place: 'computer' },
  { name: 'McAfee', sign: /mcafee/i, place: 'computer' },
  { name: 'Dr.Web', sign: /dr\.?\s?web\b/i, place: 'computer' },
  { name: 'G DATA', sign: /\bg\s?data\b/i, place: 'computer' },
  { name: 'AdGuard', sign: /adguard/i, place: 'computer' },
  { name: 'Zscaler', sign: /zscaler/i, place: 'network' },
  { name: 'Fortinet', sign: /forti(net|gate)/i, place: 'network' },
  { name: 'Palo Alto Networks', sign: /palo ?alto/i, place: 'network' },
  { name: 'Sophos', sign: /sophos/i, place: 'network' },
  { name: 'Check Point', sign: /check ?point/i, place: 'network' },
  { name: 'Netskope', sign: /netskope|goskope/i, place: 'network' },
  { name: 'Cisco Umbrella', sign: /cisco umbrella|opendns/i, place: 'network' },
  { name: 'Barracuda', sign: /barracuda/i, place: 'network' },
  { name: 'WatchGuard', sign: /watchguard|fireware/i, place: 'network' },
  { name: 'Blue Coat', sign: /blue ?coat/i, place: 'network' },
  { name: 'Untangle', sign: /untangle/i, place: 'network' },
  { name: 'Securly', sign: /securly/i, place: 'network' },
]

/** Whose certificate this is, if it is one of theirs. The name is a hint, not a proof: an attacker can use it too. */
export function interceptorOf(issuer: string): Interceptor | null {
  return INTERCEPTORS.find(({ sign }) => sign.test(issuer)) ?? null
}
