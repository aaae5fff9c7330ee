import { z } from 'zod';

/** Imported before every schema: the policy lets no text become script, and zod would try. */
z.config({ jitless: true });
