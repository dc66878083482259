package narrative

import (
	"github.com/tipstats/tip/tipstats"
)

// stageEntries name the stages of the law's enforcement: the verbs and the nouns of each.
var stageEntries = []entry{
	{kind: stageVerb, stage: tipstats.Investigation, words: "investigate~, probe~, look into, looked into, looking into, reinvestigate~"},
	{kind: stageVerb, stage: tipstats.Arrest, unit: tipstats.Person, words: "arrest~, detain~, apprehend~, rearrest~"},
	{kind: stageVerb, stage: tipstats.Prosecution, words: "prosecute~, charge~, indict~, press charges against, pressed charges against, bring to trial"},
	{kind: stageVerb, stage: tipstats.Prosecution, verb: pastForm, words: "tried, brought to trial, put on trial, brought charges against, filed charges against, arraigned, filed indictments against, faced charges, faced trafficking charges, faced human trafficking charges, faced criminal charges, faced trial, faced prosecution, stood trial, went on trial, went to trial"},
	{kind: stageVerb, stage: tipstats.Prosecution, verb: ingForm, words: "trying, bringing charges against, filing charges against"},
	{kind: stageVerb, stage: tipstats.Prosecution, words: "try, bring charges against, file charges against"},
	{kind: stageVerb, stage: tipstats.Conviction, unit: tipstats.Person, words: "convict~, find guilty, convict and sentence, pleaded guilty, pled guilty"},
	{kind: stageVerb, stage: tipstats.Conviction, unit: tipstats.Person, verb: pastForm, words: "found guilty, convicted and sentenced, sentenced and convicted"},
	{kind: stageVerb, stage: tipstats.Conviction, unit: tipstats.Person, verb: ingForm, words: "finding guilty, convicting and sentencing"},
	{kind: stageVerb, stage: tipstats.Acquittal, unit: tipstats.Person, words: "acquit~, exonerate~"},
	{kind: stageVerb, stage: tipstats.Acquittal, unit: tipstats.Person, verb: pastForm, words: "found not guilty"},
	{kind: stageVerb, stage: tipstats.Dismissal, words: "dismiss~, drop charges against, dropped charges against, discontinue~"},

	{kind: stageNoun, stage: tipstats.Investigation, unit: tipstats.Case,
		words: "investigation, investigations, pre-trial investigation, pre-trial investigations, pretrial investigation, pretrial investigations, inquiries, inquiry, probes, pre-trial proceedings, pretrial proceedings, police investigations"},
	{kind: stageNoun, stage: tipstats.Arrest, words: "arrest, arrests, detention, detentions, apprehension, apprehensions"},
	{kind: stageNoun, stage: tipstats.Prosecution, words: "prosecution, prosecutions, indictment, indictments, court proceedings, criminal proceedings, criminal prosecution, criminal prosecutions, trial, trials, charges, charge sheet, charge sheets"},
	{kind: stageNoun, stage: tipstats.Conviction, words: "conviction, convictions, guilty verdict, guilty verdicts, guilty plea, guilty pleas"},
	{kind: stageNoun, stage: tipstats.Acquittal, words: "acquittal, acquittals, not guilty verdicts"},
	{kind: stageNoun, stage: tipstats.Dismissal, words: "dismissal, dismissals"},
}

// verbEntries are the verbs that name no stage: those whose object does, and those that lead elsewhere.
var verbEntries = []entry{
	{kind: lightVerb, cohort: tipstats.New, words: "initiate~, open~, launch~, start~, commence~, institute~, undertake, undertaking, re-open~, reopen~"},
	{kind: lightVerb, cohort: tipstats.New, verb: pastForm, words: "began, begun, undertook, undertaken, newly opened, newly initiated"},
	{kind: lightVerb, cohort: tipstats.New, words: "begin, begins"},
	{kind: lightVerb, cohort: tipstats.New, verb: ingForm, words: "beginning"},
	{kind: lightVerb, cohort: tipstats.Ongoing, words: "maintain~, continue~ to, continue~, carry on, carried on, carrying on, carry over, carried over, carry forward, carried forward, resume~"},
	{kind: lightVerb, cohort: tipstats.Ongoing, verb: pastForm, tag: "remain", words: "remained ongoing, remain ongoing, remained pending, remain pending, remained open, remained active, remained in progress, were ongoing, was ongoing, were pending, was pending, were still pending, were still ongoing, remained under way, remained underway, continued from, ongoing from, pending from, were in progress"},
	{kind: lightVerb, cohort: tipstats.Ongoing, stage: tipstats.Investigation, verb: pastForm, tag: "remain", words: "remained under investigation, were under investigation, was under investigation, remain under investigation, pending investigation, under investigation, are under investigation, in the investigation phase, at the investigation stage, in the investigative phase"},
	{kind: lightVerb, cohort: tipstats.Ongoing, stage: tipstats.Prosecution, verb: pastForm, tag: "remain",
		words: "remained pending trial, remained in court, remained in the courts, remained in courts, remained before courts, remained in trial, remained on trial, remained in prosecution, remained pending prosecution, remained under prosecution, remained before the courts, awaited trial, were awaiting trial, awaiting trial, pending trial, were pending trial, were pending in court, were pending in the courts, was pending in court, remained before the court, were pending before the courts, pending in court, pending before the courts, remained pending in the courts, remained pending in court, pending in the courts, pending prosecution, were under prosecution, under prosecution, remained under prosecution, were on trial, were in court, were before the courts, remained pending before the courts, were pending prosecution, awaiting prosecution, in prosecution, in trial, at trial, on trial, at the trial stage, in the trial phase, at the prosecution stage, in the prosecution phase"},
	{kind: lightVerb, words: "report~, conduct~, complete~, conclude~, secure~, obtain~, achieve~, record~, register~, file~, pursue~, finalize~, handle~, carry out, carrying out, make, making, document~, issue~, hand down, result~ in, end~ in, end~ with, culminate~ in, note~, indicate~, stated, stating, say, acknowledge~, bring, win, number~, lodge~, receive reports of, cite~, provide~, review~, show~, deliver~"},
	{kind: lightVerb, verb: pastForm, words: "there were, there was, had, led to, saw, found, carried out, made, handed down, said, brought, won, totaled, totalled"},
	{kind: lightVerb, verb: ingForm, words: "leading to, there being, having, handing down, totaling, totalling"},
	{kind: lightVerb, tag: "find", words: "identify, identified, identifies, identifying, detect~"},
	{kind: otherVerb, class: Other, tag: "uphold", words: "uphold, upheld, upholding, affirm~, overturn~, confirm~, reverse~, vacate~, annul~"},
	{kind: lightVerb, tag: "court", words: "brought to court, sent to court, submitted to court, submitted to courts, took to court, taken to court, forwarded to court, heard, hear, hearing, adjudicate~"},
	{kind: otherVerb, class: Other, tag: "stay", words: "adjourn~, postpone~, delay~, stall~"},
	{kind: otherVerb, class: Training, words: "train~, instruct~, teach, taught, attend~, participate~ in, complete~ training, educate~"},
	{kind: otherVerb, class: Penalty, words: "sentence~, fine~, impose~, imprison~, jail~, punish~, prescribe~, order~, incarcerate~, serve~, award~, range~, ranging, suspend~"},
	{kind: otherVerb, class: Victims, words: "assist~, rescue~, exploit~, shelter~, repatriate~, remove~, interview~, compel~, recruit~, screen~, subject~, force victims"},
	{kind: otherVerb, class: Open, tag: "refer", words: "sent, send, sending, refer~, transfer~, forward~, submit~, recommend~, transmit~"},
	{kind: otherVerb, class: Officials, words: "fire~, demote~, reassign~, transfer~ out, remove from office"},
	{kind: otherVerb, class: Money, words: "allocate~, spend, spent, pay, paid, cost, budget~, fund~, donate~"},
	{kind: otherVerb, class: Other, words: "establish~, create~, appoint~, assign~, hire~, publish~, distribute~, inspect~, visit~, raid~, close~ down, shut down, revoke~, employ~, staff~, cooperate~, extradite~, deport~, sign~, adopt~, amend~, enact~, ratify~, draft~, expand~, dedicate~, request~, host~, organize~, hold, held, holds, receive~, deploy~, answer~, staffed, operate~, criminalize~, define~, disrupt~, dismantle~, analyze~, ask~, monitor~, process~, examine~, reexamine~, block~, seize~, freeze, froze, gave, give, giving, took, take, taking, left, met, ran, built, wrote, drew, kept, set up, sought, sold, bought, caught, lost, became, went, came, chose, drove, grant~, approve~, withdraw, withdrew, denied, deny, settle~, return~, confirm~, screen~, accept~, reject~, suspend~"},
	{kind: otherVerb, class: Other, tag: "close", words: "close~, archive~, shelve~"},
}
