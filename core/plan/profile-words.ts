import type { ProfileFlag } from '../scenario/vocabulary.ts';

/** What a profile flag says of the organisation, as a sentence to agree with. */
export const profileWords: Readonly<Record<ProfileFlag, string>> = {
  eu_personal_data: 'We handle personal data of people in the EU',
  uk_personal_data: 'We handle personal data of people in the UK',
  controller: 'We decide what personal data is used for (controller)',
  processor: 'We handle personal data for customers (processor)',
  nis2_entity: 'We are an essential or important entity under NIS2',
  dora_entity: 'We are a financial entity under DORA',
  manufacturer_pde_eu: 'We make products with digital elements for the EU (Cyber Resilience Act)',
  us_listed_domestic: 'We are listed in the US as a domestic issuer',
  us_nexus: 'We do business or pay in the US (sanctions rules)',
  us_bank: 'We are a bank in the US',
  us_residents: 'We hold data of people in the US',
  ca_residents: 'We hold data of people in California',
  hipaa_covered_entity: 'We are a covered entity under HIPAA',
  hipaa_business_associate: 'We are a business associate under HIPAA',
  nydfs_covered: 'We are supervised by New York’s financial regulator',
  glba_nonbank: 'We are a financial company in the US but no bank (GLBA)',
  au_business_over_3m: 'We do business in Australia, more than AUD 3 million a year',
  circia_covered: 'We are critical infrastructure in the US (CIRCIA)',
  contract_clause: 'Customer contracts name a time for telling of an incident',
  cyber_policy: 'We have cyber insurance',
};
