/** What may be known of a proxy: neither its user name nor its password. */
export interface ProxyDescription {
  /** `kind://host:port` */
  readonly address: string
  readonly signIn: 'yes' | 'no'
}

/** What is wrong with a proxy that was typed. */
export type ProxyProblem = 'form' | 'kind' | 'host' | 'port' | 'credentials'
