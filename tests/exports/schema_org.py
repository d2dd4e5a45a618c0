"""Terms of schema.org that the export uses, as its release 30.0 has them.

Source: data/releases/30.0 of github.com/schemaorg/schemaorg (CC BY-SA 3.0): of each type, what it
is a kind of; of each property, what may have it and what it may hold. A term that is not here is
not to be used before it was looked up there.
"""

TYPES = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "Claim": ("CreativeWork",),
    "Article": ("CreativeWork",),
    "NewsArticle": ("Article",),
    "Quotation": ("CreativeWork",),
    "Review": ("CreativeWork",),
    "ClaimReview": ("Review",),
    "Comment": ("CreativeWork",),
    "CorrectionComment": ("Comment",),
    "Rating": ("Intangible",),
    "DefinedTerm": ("Intangible",),
    "Event": ("Thing",),
    "Person": ("Thing",),
    "Organization": ("Thing",),
    "PoliticalParty": ("Organization",),
    "Intangible": ("Thing",),
}
#: Of each property, the types that may have it, and those that it may hold.
PROPERTIES = {
    "identifier": (("Thing",), ("PropertyValue", "Text", "URL")),
    "name": (("Thing",), ("Text",)),
    "alternateName": (("Thing",), ("Text",)),
    "description": (("Thing",), ("Text", "TextObject")),
    "url": (("Thing",), ("URL",)),
    "about": (("CreativeWork", "DefinedTerm", "Event"), ("Thing",)),
    "keywords": (("CreativeWork", "Event", "Organization"), ("DefinedTerm", "Text", "URL")),
    "author": (("CreativeWork", "Rating"), ("Organization", "Person")),
    "publisher": (("CreativeWork",), ("Organization", "Person")),
    "sourceOrganization": (("CreativeWork",), ("Organization",)),
    "datePublished": (("CreativeWork",), ("Date", "DateTime")),
    "dateCreated": (("CreativeWork",), ("Date", "DateTime")),
    "headline": (("CreativeWork",), ("Text",)),
    "text": (("CreativeWork",), ("Text",)),
    "isPartOf": (("CreativeWork",), ("CreativeWork", "URL")),
    "isBasedOn": (("CreativeWork",), ("CreativeWork", "Product", "URL")),
    "correction": (("CreativeWork",), ("CorrectionComment", "Text", "URL")),
    "appearance": (("Claim",), ("CreativeWork",)),
    "spokenByCharacter": (("Quotation",), ("Organization", "Person")),
    "itemReviewed": (("Review",), ("Thing",)),
    "reviewAspect": (("Rating", "Review"), ("StructuredValue", "Text")),
    "reviewBody": (("Review",), ("Text",)),
    "reviewRating": (("Review",), ("Rating",)),
    "claimReviewed": (("ClaimReview",), ("Text",)),
    "ratingValue": (("Rating",), ("Number", "Text")),
    "worstRating": (("Rating",), ("Number", "Text")),
    "bestRating": (("Rating",), ("Number", "Text")),
    "ratingExplanation": (("Rating",), ("Text",)),
    "inDefinedTermSet": (("DefinedTerm",), ("DefinedTermSet", "URL")),
    "memberOf": (
        ("Organization", "Person"),
        ("MemberProgramTier", "Organization", "ProgramMembership"),
    ),
    "foundingDate": (("Organization",), ("Date",)),
    "startDate": (("Event",), ("Date", "DateTime")),
    "endDate": (("Event",), ("Date", "DateTime")),
}


def kinds(name: str) -> set[str]:
    """A type and all that it is a kind of."""
    return {name}.union(*(kinds(parent) for parent in TYPES.get(name, ())))
