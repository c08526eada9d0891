/** How much is shown: what every user needs, or what a technician wants as well. */
export type Depth = 'plain' | 'technician'
