/** The closed lists of words a script, a capture and a document may use. Source: spec.md A.1, A.2, A.4, B.2, B.3; definitions.md. */

export const playerRoles = ['IC', 'SEC', 'DEVOPS', 'LEGAL', 'COMMS', 'EXEC'] as const;
export const optionalRoles = ['HR', 'FIN', 'SUPPORT', 'SCRIBE'] as const;
export const staffRoles = ['FAC', 'EVAL'] as const;
export const roles = [...playerRoles, ...optionalRoles, ...staffRoles] as const;

export const channels = [
  'siem_alert',
  'email',
  'chat',
  'phone_call',
  'sms',
  'news_article',
  'social_media',
  'ransom_note',
  'log_extract',
  'customer_ticket',
  'regulator_letter',
  'memo',
  'report',
  'meeting',
  'dashboard',
] as const;

export const attachmentKinds = ['text', 'image', 'csv'] as const;
export const audiences = ['room', 'named', 'facilitator_reads'] as const;
export const priorities = ['must', 'should', 'could'] as const;
export const incidentSeverities = ['P0', 'P1', 'P2', 'P3'] as const;
export const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export const tlpLabels = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;
/** What documents are set for; the text is equally wide on both. */
export const paperSizes = ['a4', 'letter'] as const;
export const paperWords = { a4: 'A4', letter: 'US Letter' } as const;
/** Lines of the room test card, as heights of text on a picture of 1920 × 1080. Source: look, "Room test card". */
export const testCardPx = [24, 32, 40, 48, 64] as const;
/** Until somebody has tried the card: to be read from 8 m on a 75-inch screen. */
export const usualTextPx = 46;
export const injectTags = ['red_herring', 'competing_priority', 'good_news', 'press'] as const;

export const capabilities = [
  'detection_triage',
  'analysis_scoping',
  'containment',
  'eradication',
  'recovery',
  'internal_comms',
  'external_comms',
  'legal_regulatory',
  'decision_governance',
  'coordination_escalation',
  'forensics_evidence',
  'identity_access',
  'third_party_supply_chain',
  'business_continuity',
] as const;

export const profileFlags = [
  'eu_personal_data',
  'uk_personal_data',
  'controller',
  'processor',
  'nis2_entity',
  'dora_entity',
  'manufacturer_pde_eu',
  'us_listed_domestic',
  'us_nexus',
  'us_bank',
  'us_residents',
  'ca_residents',
  'hipaa_covered_entity',
  'hipaa_business_associate',
  'nydfs_covered',
  'glba_nonbank',
  'au_business_over_3m',
  'circia_covered',
  'contract_clause',
  'cyber_policy',
] as const;

/** What a legal clock may depend on beside the profile; asked when it is recognised. Source: definitions.md, "Profile flags". */
export const incidentFacts = [
  'high_risk',
  'significant_incident',
  'major_incident',
  'over_500',
  'payment_made',
  'payment_considered',
] as const;

export const gapSeverities = ['critical', 'high', 'medium', 'low'] as const;
export const gapElements = ['people', 'process', 'technology', 'third_party', 'information', 'governance'] as const;
export const gapConditions = [
  'no_owner',
  'no_authority',
  'not_documented',
  'documented_but_unusable',
  'not_rehearsed',
  'no_telemetry',
  'no_access',
  'no_capacity',
  'conflicting_goals',
  'ambiguous_signal',
  'tool_failure',
  'dependency_single_point',
  'contract_unknown',
  'time_zone_out_of_hours',
] as const;

export const actionTypes = ['prevent', 'detect', 'mitigate', 'respond', 'recover', 'document', 'train'] as const;
export const fixStrengths = ['eliminate', 'automation', 'alert', 'checklist', 'training'] as const;
export const actionStatuses = ['open', 'in_progress', 'blocked', 'done', 'verified', 'wont_do'] as const;
export const observationKinds = ['fact', 'quote', 'luck', 'confusion', 'workaround', 'question_unanswered'] as const;
export const ratings = ['P', 'S', 'M', 'U', 'N'] as const;
export const retestResults = ['held', 'not_held', 'not_tested'] as const;
export const managementDecisions = ['accepted', 'accepted_with_change', 'risk_accepted'] as const;
export const runbookChangeTypes = ['add', 'change', 'remove', 'create'] as const;
/** Who releases what customers are told, and how far it may then travel. Source: spec.md C.4. */
export const summaryApprovers = ['COMMS', 'LEGAL'] as const;
export const summaryMarks = ['TLP:GREEN', 'TLP:CLEAR'] as const;
export const confidences = ['low', 'medium', 'high'] as const;
export const roomCards = [
  'welcome',
  'discuss',
  'timer',
  'sitrep',
  'break',
  'blank',
  'story',
  'artefact',
  'words',
  'attachment',
  'compare',
  'end',
] as const;
export const seats = ['someone_else', 'colleague', 'both'] as const;
export const milestones = [
  'incident_declared',
  'exec_notified',
  'containment_declared',
  'eradication_declared',
  'recovery_declared',
  'statement_approved',
] as const;

/** The reference list of runbooks; each organisation maps these to its own documents and versions. Source: spec.md A.4. */
export const runbookTitles: Readonly<Record<string, string>> = {
  'RB-01': 'Declaration, severity, roles',
  'RB-02': 'Evidence and chain of custody',
  'RB-03': 'Credential and session revocation',
  'RB-04': 'Personal-data breach notification',
  'RB-05': 'External and internal communication',
  'RB-06': 'Extortion and ransom decision',
  'RB-07': 'Isolation and emergency shutdown',
  'RB-08': 'Backup integrity and restore order',
  'RB-09': 'Out-of-band command',
  'RB-10': 'Insider inquiry (HR/Legal)',
  'RB-11': 'Privileged off-boarding and break-glass',
  'RB-12': 'Pipeline freeze and clean rebuild',
  'RB-13': 'Secret inventory and rotation order',
  'RB-14': 'Coordinated disclosure and customer advisory',
  'RB-15': 'Authorities and regulators',
  'RB-16': 'Manual workarounds and continuity',
  'RB-17': 'Legal hold',
  'RB-18': 'Supplier escalation',
};

/** An organisation may have runbooks beyond RB-01 to RB-18. */
export const runbookIdPattern = /^[A-Z]{2,5}-[0-9]{1,4}$/;

export type Role = (typeof roles)[number];
export type Capability = (typeof capabilities)[number];
export type ProfileFlag = (typeof profileFlags)[number];
export type IncidentFact = (typeof incidentFacts)[number];
export type Rating = (typeof ratings)[number];
export type GapSeverity = (typeof gapSeverities)[number];
export type Milestone = (typeof milestones)[number];
export type Channel = (typeof channels)[number];
export type AttachmentKind = (typeof attachmentKinds)[number];
export type RoomCard = (typeof roomCards)[number];
export type PaperSize = (typeof paperSizes)[number];
export type TlpLabel = (typeof tlpLabels)[number];
export type GapCondition = (typeof gapConditions)[number];
