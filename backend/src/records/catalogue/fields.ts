import { idempotencyDays } from '../../platform/idempotency/idempotency-days.rules.js';
import type { ProcessingName } from './processings.rules.js';

/** Columns with personal data, by what they are processed for: `table.column` and what it holds. */
export const fields: Readonly<Record<ProcessingName, Readonly<Record<string, string>>>> = {
  proposals: {
    'proposals.description': 'Beskrivning i egna ord',
    'proposals.place_name': 'Plats i ord',
    'proposals.details': 'Svar i formuläret: väg, körriktning, lampans nummer, upplevd trygghet',
    'proposals.position': 'Exakt plats, som kan vara ett hem',
    'proposals.edited_description': 'Orden som personal har redigerat dem',
    'proposals.edited_reason': 'Varför orden är redigerade',
    'proposals.personal_data': 'Var i texten det ser ut att finnas personuppgifter',
    'proposals.search': 'Orden igen, för sökning',
    'proposals.follow_token_hash': 'Avtryck av nyckeln till avsändarens egen sida',
    'proposal_follow_tokens.token_hash': 'Avtryck av nyckeln i ett mejl',
    'proposal_photos.file_key': 'Bild',
    'proposal_photos.thumbnail_key': 'Liten bild',
    'proposal_photos.original_file_key': 'Original av en suddad bild',
    'proposal_photos.redaction': 'Var en bild är suddad',
    'proposal_photos.secrecy_ground': 'Lagrum för sekretess för en bild',
    'held_texts.words': 'Ord ur spärrlistan som står i en text från en invånare',
    'proposal_notes.body': 'Intern anteckning',
    'proposal_reports.body': 'Anmälan i egna ord',
    'proposal_reports.note': 'Varför anmälan avslutades',
    'proposal_outcomes.body': 'Avsändarens svar på om det hjälpte',
    'proposal_outcomes.note': 'Personalens anteckning om svaret',
    'proposal_questions.body': 'Fråga till avsändaren',
    'proposal_questions.reply': 'Avsändarens svar på frågan',
    'proposal_questions.personal_data': 'Var i svaret det ser ut att finnas personuppgifter',
    'public_proposals.description': 'Orden som alla läser',
    'public_proposals.place_name': 'Plats i ord som alla läser',
    'public_proposals.details': 'Svar i formuläret som alla läser',
    'public_proposals.position': 'Avrundad plats',
    'public_proposals.map_feature': 'Avrundad plats på kartan',
    'public_proposals.events': 'Offentlig historik med svar',
    'public_proposals.latest_answer': 'Senaste svaret',
    'public_proposals.photos': 'Adresser till bilder som är släppta',
    'public_proposals.search': 'Offentliga ord igen, för sökning',
    'records.registry_number': 'Diarienummer',
    'records.secrecy_ground': 'Lagrum för sekretess',
    'records.hold': 'Varför något inte får gallras',
    'referrals.asked': 'Fråga till den som ansvarar för platsen',
    'referrals.answer': 'Svar från den som ansvarar för platsen',
    'referrals.personal_data': 'Var i svaret det ser ut att finnas personuppgifter',
    'fault_reports.number': 'Numret på en felanmälan',
    'fault_reports.body': 'Hos vem felanmälan är gjord',
    'medborgardialog_statements.text': 'Påstående som någon vid en medborgardialog har föreslagit',
    'medborgardialog_notes.body': 'Anteckning från ett bord vid en medborgardialog, utan namn',
    'medborgardialog_points.body': 'Vad som frågades eller sades vid en medborgardialog',
    'medborgardialog_points.public_text': 'Vad det blir av det, i ord',
    'medborgardialog_points.done_text': 'Vad som gjordes till slut, i ord',
    'medborgardialog_reports.view': 'Den publicerade rapporten från en medborgardialog',
    'medborgardialog_reports.reason': 'Varför rapporten rättades',
    'medborgardialog_follow_ups.words': 'Uppföljning av en medborgardialog i ord',
    'medborgardialog_follow_ups.point_words': 'Uppföljningens ord om varje punkt',
    'medborgardialog_follow_ups.view': 'Den publicerade uppföljningen av en medborgardialog',
    'medborgardialog_questions.text': 'Fråga till en medborgardialog i egna ord',
    'medborgardialog_questions.edited_text': 'Frågan som personal har redigerat den',
    'medborgardialog_questions.edited_reason': 'Varför frågan är redigerad',
    'medborgardialog_questions.personal_data': 'Var i frågan det ser ut att finnas personuppgifter',
    'medborgardialog_questions.blocked_words': 'Ord ur spärrlistan som står i frågan',
    'medborgardialog_questions.refused_text': 'Varför frågan inte visas, i personalens ord',
    'medborgardialog_questions.answer_text': 'Svaret på frågan',
    'medborgardialog_questions.follow_token_hash': 'Avtryck av nyckeln till frågans egen sida',
    'medborgardialog_question_events.reason': 'Varför något gjordes med en fråga',
    'medborgardialog_question_events.changes': 'Frågans ord före och efter en redigering',
    'idempotency_keys.answer': `Kvittot på det som skickades, i högst ${String(idempotencyDays)} dagar`,
    'idempotency_keys.body_hash': `Avtryck av det som skickades, i högst ${String(idempotencyDays)} dagar`,
  },
  contacts: {
    'proposal_contacts.address_sealed': 'E-postadress, krypterad',
    'proposal_contacts.address_hash': 'Avtryck av e-postadressen',
    'proposal_contacts.name_sealed': 'Namn, krypterat',
    'proposal_phones.phone_sealed': 'Telefonnummer till den som ringde, krypterat',
    'proposal_phones.name_sealed': 'Namn på den som ringde, krypterat',
    'own_proposal_links.address_hash': 'Avtryck av adressen som bad om en länk',
    'mails.address_hash': 'Avtryck av mottagarens adress',
    'mails.cause': 'Vad ett mejl beror på',
    'mail_news.address_hash': 'Avtryck av mottagarens adress',
    'medborgardialog_question_contacts.address_sealed':
      'E-postadress till den som vill ha svar på en fråga, krypterad',
    'medborgardialog_question_contacts.address_hash': 'Avtryck av e-postadressen',
    'medborgardialog_question_news.address_hash': 'Avtryck av mottagarens adress',
  },
  supports: {
    'proposal_supports.device_hash': 'Avtryck av en slumpad märkning av enheten',
    'registered_supports.device_hash': 'Avtryck av det som skiljer den åt vars stöd personalen registrerade',
    'registered_supports.source': 'Hur den som stöder nådde personalen',
    'supporter_outcomes.device_hash': 'Avtryck av en slumpad märkning av enheten som svaret hör till',
    'supporter_outcomes.helped': 'Om det hjälpte, och hur trygg platsen känns nu, enligt den som stöder',
    'supporter_outcomes.body': 'Mer om svaret, i egna ord',
    'supporter_outcomes.note': 'Personalens anteckning om svaret',
    'medborgardialog_question_supports.device_hash':
      'Avtryck av en slumpad märkning av enheten, för frågor till en medborgardialog',
  },
  votes: {
    'medborgardialog_votes.voter': 'Ett tal som telefonen hittade på, under en nyckel som förstörs',
    'medborgardialog_votes.vote': 'Vad någon svarade',
    'medborgardialog_live.voter_key': 'Nyckeln, så länge dialogen pågår',
  },
  activities: {
    'activities.public_text': 'Vad som gjordes, i ord',
    'activities.source_note': 'Var uppgiften kommer ifrån',
    'activities.position': 'Var det gjordes',
    'stretches.suitability_note': 'Polisens anteckning om en sträcka',
    'planned_checks.note': 'Polisens anteckning om en planerad kontroll',
    'public_activities.view': 'Det som alla läser om insatsen',
    'follow_ups.texts': 'Uppföljningens texter',
    'public_follow_ups.view': 'Den publicerade uppföljningen',
    'public_follow_up_corrections.text': 'Rättelse av en uppföljning',
    'public_follow_up_corrections.reason': 'Varför uppföljningen rättades',
  },
  subscriptions: {
    'subscriptions.address_sealed': 'E-postadress, krypterad',
    'subscriptions.address_hash': 'Avtryck av e-postadressen',
    'quarantined_messages.sealed':
      'Det som troligen skickades av en maskin, krypterat, tills det är hämtat eller gallrat',
    'subscriptions.position': 'Platsen som bevakas, avrundad',
    'subscription_news.address_hash': 'Avtryck av mottagarens adress',
  },
  signUps: {
    'medborgardialog_sign_ups.needs': 'Vad den som anmäler sig behöver, till exempel tolk, utan namn',
    'medborgardialog_sign_ups.token_hash':
      'Avtryck av nyckeln till den egna anmälan, tills dialogen avslutas',
  },
  inventory: {
    'inventory_places.name': 'Platsens namn',
    'inventory_places.position': 'Platsens läge, exakt',
    'inventory_places.description': 'Hur platsen är, i ord som alla kan läsa',
    'inventory_places.note': 'Intern anteckning om platsen',
    'inventory_places.lamp_numbers': 'Lampornas nummer',
    'inventory_measures.body': 'Vad som gjordes eller varför inget görs, i ord som alla kan läsa',
    'wheel_items.title': 'Vad som återkommer i skötseln',
    'wheel_items.note': 'Intern anteckning om det som återkommer',
    'wheel_reports.note': 'Hur det gick, i personalens ord',
    'public_inventory_places.view': 'Det som alla läser om platsen',
    'safety_walks.bands': 'Hur många ur olika grupper som gick med på en trygghetsvandring, som antal',
    'safety_walks.cancelled_reason': 'Varför en trygghetsvandring ställdes in',
    'safety_walk_stops.name': 'Namnet på ett stopp på en trygghetsvandring',
    'safety_walk_stops.position': 'Stoppets läge, exakt',
    'safety_walk_stops.seen': 'Vad som sågs vid ett stopp, i ord som alla kan läsa',
    'safety_walk_stops.answer_text': 'Svaret om ett stopp, i ord som alla kan läsa',
    'safety_walk_observations.note': 'Intern anteckning från en trygghetsvandring, utan namn',
    'safety_walk_protocols.view': 'Det publicerade protokollet från en trygghetsvandring',
    'safety_walk_protocols.reason': 'Varför ett protokoll rättades',
    'inventory_photos.file_key': 'Bild på platsen',
    'inventory_photos.thumbnail_key': 'Liten bild på platsen',
  },
  staff: {
    'accounts.email': 'E-postadress',
    'accounts.name': 'Namn',
    'accounts.password_hash': 'Avtryck av lösenordet',
    'memberships.role': 'Roll',
    'account_identities.subject': 'Kontots beteckning i inloggningstjänsten',
    'second_factors.secret_sealed': 'Nyckeln för tvåstegsinloggning, krypterad',
    'recovery_codes.code_hash': 'Avtryck av en återställningskod',
    'sessions.browser': 'Webbläsaren som sessionen startades i',
    'sessions.system': 'Systemet som sessionen startades i',
    'sessions.id_token_sealed': 'Inloggningstjänstens intyg, krypterat',
    'sign_in_flows.key_hash': 'Avtryck av nyckeln till en påbörjad inloggning',
    'sign_in_flows.sealed': 'En påbörjad inloggning, krypterad',
    'queue_views.name': 'Namnet på en egen vy av kön',
    'queue_views.filters': 'Filtren i en egen vy av kön',
    'responsible_bodies.name': 'Den som ansvarar för en plats, till exempel en vägförening',
    'responsible_bodies.email': 'Adressen till den som ansvarar för en plats',
    'responsible_bodies.phone': 'Telefonnumret till den som ansvarar för en plats',
    'responsible_bodies.web': 'Webbplatsen för den som ansvarar för en plats',
    'responsible_bodies.how': 'Hur den som ansvarar för en plats nås',
    'referral_settings.reply_to': 'Kommunens adress för svar på remisser',
    'referrals.body': 'Den som tillfrågades',
    'sessions.token_hash': 'Avtryck av sessionens nyckel',
    'rate_limits.key': 'Avtryck av anroparens adress, i högst ett dygn',
    'municipalities.contacts': 'Kommunens kontaktvägar',
  },
  log: {
    'proposal_events.public_text': 'Svar som alla läser',
    'proposal_events.reason': 'Skäl',
    'proposal_events.changes': 'Vad som ändrades',
    'activity_events.reason': 'Skäl',
    'activity_events.changes': 'Vad som ändrades',
    'follow_up_events.texts': 'Texter som de var',
    'admin_events.changes': 'Vad som ändrades i konton och inställningar',
    'record_events.reason': 'Gallringsbeslut',
    'record_events.changes': 'Vad som ändrades i registerföringen',
    'promise_events.changes': 'Vad som ändrades i löftet',
    'inventory_events.reason': 'Skäl',
    'safety_walk_events.reason': 'Skäl',
    'safety_walk_events.changes': 'Vad som ändrades på en trygghetsvandring',
    'inventory_events.changes': 'Vad som ändrades på en plats',
    'wheel_events.changes': 'Vad som ändrades i årshjulet',
    'medborgardialog_events.reason': 'Skäl',
    'medborgardialog_events.changes': 'Vad som ändrades i en medborgardialog',
    'stretch_events.changes': 'Vad som ändrades på en sträcka, och skälet till att en mätning togs bort',
  },
};

const coded = 'Ett kodat ord ur en fast lista';
const published = 'Text som är skriven för att alla ska läsa den, om löftet och inte om någon person';
const map = 'Beskriver en plats eller en kommun, inte en person';
const technical = 'Teknisk uppgift utan koppling till en person';

/** Columns without personal data, and why. */
export const withoutPersonalData: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        coded,
        `activities.why_not activity_events.type admin_events.type commitment_organisations.part commitments.accepts_kinds
         commitments.type disposals.type disposals.job follow_up_events.type mails.kind mails.state named_places.type organisations.type
         own_proposal_links.language proposal_contacts.language proposal_contacts.role proposal_contacts.state proposal_events.audience
         proposal_events.from_status proposal_events.to_status proposal_events.type proposal_outcomes.closing proposal_outcomes.helped supporter_outcomes.closing
         proposal_photos.publication proposal_reports.outcome proposal_reports.reason proposals.decline_reason proposals.kind
         proposals.language proposals.placement proposals.public_status proposals.publication proposals.status
         public_activities.why_not public_proposals.kind public_proposals.status record_events.type retention_rules.type
         subscriptions.frequency subscriptions.language subscriptions.state subscription_news.type former_shapes.kind reply_templates.status
         reply_templates.kind reply_templates.reason reply_template_versions.status reply_template_versions.kind reply_template_versions.reason
         inventory_places.causes inventory_places.dark_when inventory_places.seasons inventory_measures.kind inventory_measures.cost
         inventory_photos.light inventory_events.type lighting_points.kind safety_walks.status safety_walks.organisers
         safety_walk_stops.answer safety_walk_observations.light safety_walk_observations.sight safety_walk_observations.vegetation
         safety_walk_observations.care safety_walk_observations.way safety_walk_events.type
         medborgardialoger.level medborgardialoger.target_groups medborgardialoger.form medborgardialoger.status
         medborgardialog_questions.subject_kind medborgardialog_questions.status medborgardialog_questions.source
         medborgardialog_questions.language medborgardialog_questions.refused_reason medborgardialog_questions.answer_outcome
         medborgardialog_question_contacts.role medborgardialog_question_contacts.state medborgardialog_question_contacts.language
         medborgardialog_question_events.type
         medborgardialog_notes.state medborgardialog_points.source medborgardialog_points.outcome
         medborgardialog_live.pin_kind medborgardialog_statements.status medborgardialog_statements.source
         medborgardialoger.presidium medborgardialog_links.kind medborgardialog_events.type medborgardialog_sign_ups.state
         wheel_items.kind wheel_items.unit wheel_items.due wheel_events.type
         stretches.road_keeper stretch_wishes.placed_by stretch_events.type stretch_alternatives.kind stretch_alternatives.state
         planner_setting_events.type planned_checks.state planned_check_events.type
         speed_measurements.source speed_measurements.measured_by speed_measurements.form speed_measurements.mean_from speed_measurements.p85_from
         account_links.language account_links.purpose promise_events.type proposals.source proposals.held_as quarantined_messages.kind held_texts.source referrals.outcome responsible_bodies.kind`,
      ],
      [
        published,
        `commitments.body commitments.counted_how commitments.focus_area commitments.opening_source commitments.per_year_for
         commitments.slug commitments.title commitments.unit medborgarloften.channels medborgarloften.focus_areas medborgarloften.goals
         medborgarloften.intro medborgarloften.slug medborgarloften.title milestones.name milestones.slug municipalities.texts
         activities.result reply_templates.name reply_templates.text reply_template_versions.name reply_template_versions.text
         safety_walks.title safety_walks.purpose medborgardialoger.title medborgardialoger.theme medborgardialoger.purpose
         medborgardialoger.level_meaning medborgardialoger.accessibility medborgardialoger.interpreter medborgardialoger.transport
         medborgardialoger.translations medborgardialoger.cancelled_reason medborgardialog_agenda_items.title
         medborgardialog_agenda_items.description medborgardialog_live.pin_prompt commitments.closing_words promise_drafts.content promise_versions.content promise_versions.note
         stretch_alternatives.public_text stretch_alternatives.result_text`,
      ],
      [
        map,
        `localities.name municipality_populations.source municipality_populations.bands localities.position localities.slug map_grid.counts municipalities.code municipalities.links
         municipalities.map municipalities.name municipalities.outline municipalities.police_district municipalities.reference_prefix
         municipalities.settings municipalities.short_name municipalities.sketch municipalities.slug named_places.course
         named_places.name named_places.position organisations.name organisations.slug former_shapes.shape proposals.responsible
         public_proposals.locality public_proposals.municipality public_proposals.responsible public_follow_ups.municipality
         geocoder_answers.question geocoder_answers.answer
         responsible_bodies.area responsible_bodies.roads inventory_places.outline lighting_points.name lighting_points.number
         lighting_points.position lighting_points.hours lighting_points.body public_inventory_places.locality stretches.name stretch_alternatives.responsible
         speed_measurements.direction safety_walks.meeting_point safety_walks.meeting_position
         medborgardialoger.venue medborgardialoger.venue_position medborgardialog_points.outside_who`,
      ],
      [
        technical,
        `disposals.decision idempotency_keys.key_hash mail_news.subject migrations.name proposals.reference
         public_activities.proposal_references public_proposals.duplicate_of public_proposals.reference records.decision inventory_places.reference
         public_inventory_places.reference public_inventory_places.proposal_ids safety_walks.reference medborgardialog_live.answered medborgardialog_live.question medborgardialog_paper_votes.table_label medborgardialog_notes.table_label medborgardialog_questions.table_label medborgardialog_attendance.bands medborgardialog_questions.reference medborgardialoger.reference medborgardialoger.short_code medborgardialoger.online_url
         retention_rules.decision block_lists.words subscription_news.thing account_identities.issuer
         account_identities.issuer_id memberships.issuer_id sessions.issuer_id stretch_events.wishes
         speed_measurements.bands speed_measurements.by_hour speed_measurements.by_weekday speed_measurement_hours.bands
         planner_settings.weights planner_setting_events.changes planned_check_events.changes`,
      ],
    ] as const
  ).flatMap(([reason, columns]) =>
    columns
      .trim()
      .split(/\s+/)
      .map((column) => [column, reason] as const),
  ),
);
