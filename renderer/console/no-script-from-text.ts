import { z } from 'zod';

// Before any schema is made: zod would try whether text may become script here, and the policy would refuse it, noted as a violation.
z.config({ jitless: true });
