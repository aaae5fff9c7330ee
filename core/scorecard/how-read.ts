import { z } from 'zod';

const text = z.string();

/** Muster's column → the head it has in a file. */
export const mappingSchema = z.record(text.max(200), text.max(500));
/** Muster's column → how its days are written. */
export const ordersSchema = z.record(text.max(200), z.enum(['day_first', 'month_first']));
