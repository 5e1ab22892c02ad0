import type { StaffReferral } from '@lofteskartan/shared/contracts/referrals';
import { stockholmDate } from '../../platform/dates.js';
import type { ReferralRecord } from './referral.repository.js';
import { noAnswerFrom, referralMail, type ReferralTimes } from './referral.rules.js';

/** A referral as staff see it. @param today the day in Stockholm */
export function staffView(referral: ReferralRecord, today: string, times: ReferralTimes): StaffReferral {
  const { answer, answeredAt, personalData, endedAt } = referral;
  const from = noAnswerFrom(stockholmDate(referral.openedAt), times);
  const mail = referralMail(referral);
  return {
    id: referral.id,
    body: referral.body,
    asked: referral.asked,
    openedAt: referral.openedAt.toISOString(),
    openedBy: referral.openedBy,
    mailed: mail === 'sent',
    mail,
    sentOtherwise: referral.sentOtherwise,
    remindedAt: referral.reminderState === 'sent' ? (referral.remindedAt?.toISOString() ?? null) : null,
    answer:
      answer !== null && answeredAt ? { text: answer, at: answeredAt.toISOString(), personalData } : null,
    noAnswerFrom: from,
    mayEndUnanswered: endedAt === null && answeredAt === null && today >= from,
    endedAt: endedAt?.toISOString() ?? null,
    outcome: referral.outcome,
  };
}
