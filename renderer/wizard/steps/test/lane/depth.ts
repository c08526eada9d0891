/** How much is shown: what everybody needs, or what a technician wants as well. */
export type Depth = 'plain' | 'technician'
