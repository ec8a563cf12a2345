/** A limit of the whole sweep. */
export type Limit = 'max-cost' | 'max-requests' | 'max-minutes';
