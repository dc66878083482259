package narrative

import (
	"github.com/tipstats/tip/tipstats"
)

// nounEntries say what a number counts.
var nounEntries = []entry{
	{kind: caseNoun, unit: tipstats.Case, words: "case, cases, criminal cases, case files, court cases, incidents, dockets"},
	{kind: personNoun, unit: tipstats.Person, words: `suspect, suspects, defendant, defendants, trafficker, traffickers, individual, individuals, offender, offenders, person, persons,
		people, perpetrator, perpetrators, man, men, woman, women, national, nationals, accused, accused persons, criminals, ringleaders, facilitators, recruiters, pimps,
		brothel owners, brothel owner, employers, employer, recruiter, facilitator, pimp, ringleader, recruitment agent, citizen, foreigner, culprit, accomplice, human traffickers, smugglers and traffickers, convicts, accomplices, foreigners, citizens, alleged perpetrators, suspected traffickers,
		members, culprits, human trafficking suspects, recruitment agents, labor recruiters, labor recruiter, labor brokers, labor broker, labor agents, labor contractors, labor contractor, brokers, broker, sex buyers, buyers, parties, legal entities, entities, adults, madams, abusers, exploiters`},
	{kind: personNoun, unit: tipstats.Person, form: tipstats.Sex, words: "sex trafficker, sex traffickers, sex trafficking offenders, sex trafficking suspects"},
	{kind: personNoun, unit: tipstats.Person, form: tipstats.Labor, words: "labor trafficker, labor traffickers, forced labor offenders"},
	{kind: personNoun, unit: tipstats.Person, form: tipstats.OtherForm, words: "slaveholder, slaveholders, slave holder, slave holders, slave-holders, slave owner, slave owners, slaveowners, slave master, slave masters, slavemasters, enslavers"},

	{kind: foreignNoun, class: Victims, words: `victim, victims, survivors, survivor, children, girls, boys, girl, boy, minors, workers, domestic workers, migrants, refugees, laborers, witnesses, witness,
		women and children, men and women, potential victims, trafficking victims, beggars, students, fishermen, fishers, migrant workers, asylum-seekers, child victims, orphans`},
	{kind: foreignNoun, class: Officials, words: `official, officials, officers, officer, police officers, police officer, policemen, police, soldiers, soldier, diplomats, diplomat, judges, judge,
		prosecutors, prosecutor, inspectors, inspector, guards, guard, employees, employee, government employees, civil servants, agents, personnel, staff, mayors, teachers, immigration officers,
		military personnel, peacekeepers, magistrates, investigators, detectives, lawyers, attorneys, consular officers, public officials, government officials, law enforcement officials,
		law enforcement officers, officials in, social workers, labor inspectors, liaison officers, border guards, immigration officials, customs officials, staff members, police officials, legislators, politicians`},
	{kind: foreignNoun, class: Training, words: `training, trainings, workshops, workshop, seminars, seminar, courses, course, sessions, session, participants, trainees, recruits, modules, conferences, meetings, classes,
		lectures, training courses, training sessions, training programs, cadets, programs, training events`},
	{kind: foreignNoun, class: Money, words: "dollars, euros, euro, usd, pesos, rupees, naira, pula, taka, rand, baht, dinars, pounds, francs, cfa, shillings, kwacha, birr, dirhams, riyals, yen, won, lempiras, quetzales, reais, soles, kroner, kronor, lei, forints, zloty, lek, som, tenge, rubles, cedis, leones, dalasi, ringgit, rupiah, pesetas, colones, bolivianos, guaranies, lari, drams, manat, hryvnia, levs, denars, dong, kyat, riel, kip, tugrik, patacas"},
	{kind: foreignNoun, class: Duration, words: "year, years, month, months, week, weeks, day, days, hour, hours, minute, minutes, decade, decades, -year, -hour, -day, -month, -week"},
	{kind: foreignNoun, class: Percentage, words: "percent, per cent, percentage, %"},
	{kind: foreignNoun, class: Other, words: `units, unit, regions, region, provinces, province, districts, district, states, state, countries, country, offices, office, courts, court, offenses, crimes, counts, count,
		complaints, violations, requests, agreements, inspections, visits, raids, operations, calls, hotlines, hotline, shelters, shelter, ngos, agencies, agency, businesses, companies, establishments, bars, brothels, websites, task forces, cities, locations,
		sentences, sentence, forms, types, times, occasions, islands, ministries, referrals, reports, allegations, leads, tips, networks, rings, gangs, groups, organizations, passports, permits, licenses, warrants, stations, airports, prisons, extraditions, syndicates, appeals, crime groups, elements, definitions, steps, ways,
		standard operating procedures, memoranda, teams, families, households, judicial districts, municipalities, departments, markets, vehicles, vessels, factories, farms, mines, schools, embassies, positions, posts, sites, homes, advertisements, categories, parts, measures`},
}

// formEntries name the forms of trafficking, the crime itself and the words that may stand between a number and its noun.
var formEntries = []entry{
	{kind: formWord, form: tipstats.Sex, words: `sex trafficking, child sex trafficking, sexual exploitation, commercial sexual exploitation, sex-trafficking, sexually exploiting, forced prostitution, sexual slavery, sexual servitude,
		trafficking for sexual exploitation, trafficking for commercial sexual exploitation, trafficking for the purpose of sexual exploitation, trafficking for forced prostitution, sex,
		internal sex trafficking, child prostitution, sex trafficking crimes, sex trafficking offenses, commercial sex trafficking, sex-related trafficking, trafficking in persons for sexual exploitation, sexually exploiting`},
	{kind: formWord, form: tipstats.Labor, words: `forced labor, labor trafficking, labor exploitation, labor-trafficking, child labor trafficking, forced child labor, labor,
		trafficking for forced labor, trafficking for labor exploitation, trafficking for the purpose of labor exploitation, labor trafficking crimes, labor trafficking offenses, involuntary servitude, compulsory labor, forced or compulsory labor, labor-related trafficking`},
	{kind: formWord, form: tipstats.Unspecified, words: `unspecified forms of trafficking, unspecified forms of human trafficking, unspecified trafficking, unspecified forms, unspecified form, unspecified types of trafficking, unspecified, unknown forms of trafficking,
		unspecified form of trafficking, unspecified exploitation, unspecified forms of exploitation, unspecified types, unspecified trafficking crimes, unspecified purposes, unspecified purpose, unknown purpose, unknown purposes, unknown exploitation,
		unknown forms, unknown form, an unknown form of trafficking, undetermined forms of trafficking, undetermined, other forms of trafficking, other forms of human trafficking, other forms of exploitation, other forms, other types of trafficking, other trafficking crimes,
		an unspecified form of trafficking, other unspecified forms of trafficking, an unspecified form, unspecified trafficking offenses, unidentified forms of trafficking, unidentified forms, unknown types of trafficking`},
	{kind: formWord, form: tipstats.OtherForm, words: `domestic servitude, forced begging, child begging, begging, organ removal, organ harvesting, organ trafficking, the removal of organs, removal of organs, forced criminality, forced criminal activity,
		forced marriage, child selling, baby selling, selling children, sale of children, child soldiering, child recruitment, recruiting child soldiers, recruitment of child soldiers, use of child soldiers, bride trafficking, debt bondage, bonded labor, illegal adoption, illegal adoptions, forced adoption, forced adoptions, servitude, slavery, forced participation in crimes, trafficking for organ removal,
		practices similar to slavery, practices akin to slavery, practices analogous to slavery, slavery-like conditions, practices like slavery, conditions of slavery, criminal exploitation, forced military recruitment, slavery-like practices, hereditary slavery, forced street begging, trafficking for forced begging, exploitative begging, forced criminal activities, coerced criminality, exploitation of domestic workers, domestic worker exploitation, domestic slavery`},
	{kind: formWord, form: mixedForm, words: `sex and labor trafficking, both sex and labor trafficking, sex trafficking and forced labor, sex trafficking and labor trafficking, both sex trafficking and labor trafficking, both sex trafficking and forced labor, labor and sex trafficking,
		forced labor and sex trafficking, labor trafficking and sex trafficking, sex trafficking or forced labor, sex or labor trafficking, sex trafficking or labor trafficking, both forms, both forms of trafficking, sexual and labor exploitation, sex and forced labor, forced prostitution and forced labor, forced labor and forced prostitution,
		forced labor or sex trafficking, labor or sex trafficking, labor and sexual exploitation, sexual exploitation and forced labor, forced labor or forced prostitution, multiple forms of trafficking, multiple forms, sex and labor trafficking crimes, all forms of trafficking, all forms`},
	{kind: crimeWord, words: `trafficking, human trafficking, trafficking in persons, trafficking-in-persons, tip, human trafficking crimes, trafficking crimes, trafficking offenses, trafficking-specific, human trafficking offenses, trafficking in human beings, thb, trafficking in women, anti-trafficking, human-trafficking, people trafficking, persons trafficking`},
	{kind: crimeWord, tag: "related", words: `trafficking-related, human trafficking-related, trafficking and trafficking-related, trafficking and related crimes, trafficking or related crimes, trafficking and related offenses, trafficking or trafficking-related, trafficking and trafficking-related crimes, trafficking or related offenses, trafficking-related crimes, trafficking-related offenses, human trafficking and related crimes, human trafficking and related offenses, trafficking or trafficking-related crimes`},

	{kind: adjective, cohort: tipstats.New, words: "new, newly, newly-opened, newly-initiated, fresh"},
	{kind: adjective, cohort: tipstats.New, tag: "participle", words: "newly opened, newly initiated, newly registered"},
	{kind: adjective, cohort: tipstats.Ongoing, words: "ongoing, on-going, pending, active, existing, old, previously opened, previously initiated, previously-initiated, previous, outstanding, continuing, continued"},
	{kind: adjective, cohort: tipstats.Both, words: "new and ongoing, ongoing and new, both new and ongoing, new and continuing, new and pending, new or ongoing, both ongoing and new, new and old, new or existing, new and existing, existing and new"},
	{kind: foreignNoun, class: Duration, words: "half of the year, half of the reporting period, half of the fiscal year"},
	{kind: adjective, words: `potential, possible, alleged, suspected, separate, individual, total, reported, known, criminal, confirmed, different, distinct, accused, convicted trafficking, federal, police, full, formal, such, other, final, first-instance, preliminary, adult, local,
		successful, additional, more, further, presumed, proactive, official, overall, combined, single, major, court, judicial, initial, in-depth, key, successful, related, same, human, potential trafficking, international, remaining, active-duty, in process`},
	{kind: adjective, tag: "addition", words: "an additional, another, additional"},
	{kind: adjective, tag: "slice:origin: transnational", words: "transnational, cross-border, international trafficking"},
	{kind: adjective, tag: "slice:origin: internal", words: "internal, domestic, in-country"},
	{kind: adjective, tag: "slice:children", words: "child, child trafficking, minor, underage"},
	{kind: adjective, tag: "slice:sex: male", words: "male"},
	{kind: adjective, tag: "slice:sex: female", words: "female"},
	{kind: adjective, tag: "slice:origin: joint", words: "joint"},
	{kind: adjective, tag: "slice:nationality: foreign", words: "foreign"},
	{kind: adjective, tag: "smuggling", words: "smuggling, migrant smuggling, alien smuggling, human smuggling, missing persons, missing person, missing, labor violation, labor violations, child labor, prostitution, prostitution-related, pimping, procurement, procuring, pandering, rape, child abuse, kidnapping, fraud, immigration, wage, money laundering, pornography, child pornography, passport, visa, drug, domestic violence, corruption, smuggling and trafficking, sexual abuse, child exploitation, child protection, online child sexual exploitation, sex tourism, child sex tourism, labor law"},
}
