import { archiveNamespace } from './archive-xml.rules.js';

/** Describes `case.xml`, and goes along with it: an archive must be able to read it without us. */
export const archiveSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="${archiveNamespace}"
  targetNamespace="${archiveNamespace}" elementFormDefault="qualified" version="1">
  <xs:element name="case">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="format" type="xs:string" fixed="lofteskartan-archive"/>
        <xs:element name="version" type="xs:positiveInteger" fixed="1"/>
        <xs:element name="exportedAt" type="xs:dateTime"/>
        <xs:element name="exportedBy" type="xs:string"/>
        <xs:element name="municipality" type="xs:string"/>
        <xs:element name="reference" type="xs:string"/>
        <xs:element name="proposals" type="a:proposals"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="proposals">
    <xs:sequence>
      <xs:element name="proposal" type="a:proposal" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="proposal">
    <xs:all>
      <xs:element name="reference" type="xs:string"/>
      <xs:element name="duplicateOf" type="xs:string" minOccurs="0"/>
      <xs:element name="kind" type="xs:string"/>
      <xs:element name="status" type="xs:string"/>
      <xs:element name="municipality" type="xs:string"/>
      <xs:element name="locality" type="xs:string" minOccurs="0"/>
      <xs:element name="placement" type="xs:string"/>
      <xs:element name="placeName" type="xs:string" minOccurs="0"/>
      <xs:element name="description" type="xs:string" minOccurs="0"/>
      <xs:element name="edited" type="a:edited" minOccurs="0"/>
      <xs:element name="details" type="a:open"/>
      <xs:element name="publication" type="xs:string"/>
      <xs:element name="publicNow" type="xs:boolean"/>
      <xs:element name="source" type="xs:string"/>
      <xs:element name="language" type="xs:language"/>
      <xs:element name="supportCount" type="xs:nonNegativeInteger"/>
      <xs:element name="commitment" type="a:open" minOccurs="0"/>
      <xs:element name="responsible" type="xs:string" minOccurs="0"/>
      <xs:element name="assignee" type="a:open" minOccurs="0"/>
      <xs:element name="answerDueAt" type="xs:dateTime" minOccurs="0"/>
      <xs:element name="createdAt" type="xs:dateTime"/>
      <xs:element name="updatedAt" type="xs:dateTime"/>
      <xs:element name="personalData" type="a:open"/>
      <xs:element name="notes" type="a:notes"/>
      <xs:element name="reports" type="a:open"/>
      <xs:element name="questions" type="a:open"/>
      <xs:element name="outcome" type="a:open" minOccurs="0"/>
      <xs:element name="supporterOutcomes" type="a:open"/>
      <xs:element name="events" type="a:events"/>
      <xs:element name="position" type="a:place" minOccurs="0"/>
      <xs:element name="publicPosition" type="a:place" minOccurs="0"/>
      <xs:element name="contact" type="a:contact" minOccurs="0"/>
      <xs:element name="photos" type="a:photos"/>
      <xs:element name="body" type="xs:string" minOccurs="0"/>
      <xs:element name="referrals" type="a:referrals"/>
      <xs:element name="faultReports" type="a:open"/>
      <xs:element name="activities" type="a:open"/>
      <xs:element name="registry" type="a:registry"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="place">
    <xs:all>
      <xs:element name="lng" type="xs:double"/>
      <xs:element name="lat" type="xs:double"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="edited">
    <xs:all>
      <xs:element name="description" type="xs:string"/>
      <xs:element name="reason" type="xs:string"/>
      <xs:element name="at" type="xs:dateTime"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="contact">
    <xs:all>
      <xs:element name="email" type="xs:string" minOccurs="0"/>
      <xs:element name="phone" type="xs:string" minOccurs="0"/>
      <xs:element name="name" type="xs:string" minOccurs="0"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="photos">
    <xs:sequence>
      <xs:element name="photo" type="a:photo" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="photo">
    <xs:all>
      <xs:element name="file" type="xs:string" minOccurs="0"/>
      <xs:element name="width" type="xs:positiveInteger"/>
      <xs:element name="height" type="xs:positiveInteger"/>
      <xs:element name="publication" type="xs:string"/>
      <xs:element name="secrecy" type="a:open" minOccurs="0"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="notes">
    <xs:sequence>
      <xs:element name="note" type="a:note" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="note">
    <xs:all>
      <xs:element name="id" type="xs:string"/>
      <xs:element name="text" type="xs:string"/>
      <xs:element name="author" type="xs:string"/>
      <xs:element name="createdAt" type="xs:dateTime"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="events">
    <xs:sequence>
      <xs:element name="event" type="a:event" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="event">
    <xs:all>
      <xs:element name="at" type="xs:dateTime"/>
      <xs:element name="type" type="xs:string"/>
      <xs:element name="from" type="xs:string" minOccurs="0"/>
      <xs:element name="to" type="xs:string" minOccurs="0"/>
      <xs:element name="actor" type="xs:string" minOccurs="0"/>
      <xs:element name="organisation" type="xs:string" minOccurs="0"/>
      <xs:element name="publicText" type="xs:string" minOccurs="0"/>
      <xs:element name="reason" type="xs:string" minOccurs="0"/>
      <xs:element name="changes" type="a:open" minOccurs="0"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="referrals">
    <xs:sequence>
      <xs:element name="referral" type="a:referral" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="referral">
    <xs:all>
      <xs:element name="body" type="xs:string"/>
      <xs:element name="asked" type="xs:string" minOccurs="0"/>
      <xs:element name="openedAt" type="xs:dateTime"/>
      <xs:element name="openedBy" type="xs:string" minOccurs="0"/>
      <xs:element name="mailed" type="xs:boolean"/>
      <xs:element name="remindedAt" type="xs:dateTime" minOccurs="0"/>
      <xs:element name="answer" type="a:open" minOccurs="0"/>
      <xs:element name="endedAt" type="xs:dateTime" minOccurs="0"/>
      <xs:element name="outcome" type="xs:string" minOccurs="0"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="registry">
    <xs:all>
      <xs:element name="registryNumber" type="xs:string" minOccurs="0"/>
      <xs:element name="controller" type="xs:string"/>
      <xs:element name="secrecy" type="a:open" minOccurs="0"/>
      <xs:element name="disposal" type="a:open"/>
      <xs:element name="hold" type="xs:string" minOccurs="0"/>
      <xs:element name="disposedAt" type="xs:dateTime" minOccurs="0"/>
    </xs:all>
  </xs:complexType>
  <xs:complexType name="open" mixed="true">
    <xs:sequence>
      <xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/>
    </xs:sequence>
  </xs:complexType>
</xs:schema>
`;
