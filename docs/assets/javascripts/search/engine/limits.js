// How much of a query is read. The page keeps no more of it in its address than the engine reads.

/** As many letters of a query count. */
export const LONGEST = 500;
