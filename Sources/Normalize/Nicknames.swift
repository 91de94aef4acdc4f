/// English given names and their short forms, so that Bob and Robert compare as equal.
package struct Nicknames: Sendable {
  /// The built-in table, read once.
  package static let standard = Nicknames()

  private var formal: [String: String] = [:]

  package init() {
    for line in Self.groups.split(whereSeparator: \.isNewline) {
      let names = line.split(separator: " ").map(String.init)
      guard let first = names.first else { continue }
      for name in names where formal[name] == nil { formal[name] = first }
    }
  }

  /// The formal name of a lower-case given name: `robert` for `bob`; other names stay as they are.
  ///
  /// A short form that serves several names goes to the most frequent of them.
  package func canonical(_ given: String) -> String { formal[given] ?? given }

  /// Whether the lower-case name is known as a formal or a short form.
  func contains(_ given: String) -> Bool { formal[given] != nil }

  /// Formal name first, one group a line; common knowledge, in rough order of frequency.
  private static let groups = """
    robert bob rob bobby robbie bert robb
    william bill will billy willie liam willy
    richard rick dick rich ricky richie dickie
    james jim jimmy jamie jimmie jem
    john jack johnny jon johnnie jackie
    michael mike mick mickey mikey micheal micky
    thomas tom tommy thom
    charles charlie chuck chas charley chip
    joseph joe joey jo
    david dave davey davy
    daniel dan danny
    christopher chris kit topher kris
    matthew matt matty
    anthony tony ant
    andrew andy drew
    edward ed eddie ted ned teddy eddy
    steven steve stephen stevie steph
    benjamin ben benny benji
    samuel sam sammy
    alexander alex sasha xander alec al lex
    nicholas nick nicky nico nicolas
    jonathan jonny nathan nate jonathon
    timothy tim timmy
    patrick pat paddy
    gregory greg gregg
    kenneth ken kenny
    ronald ron ronnie
    donald don donnie
    lawrence larry laurie lawrie laurence
    gerald gerry jerry gerard
    jeffrey jeff geoff geoffrey jeffery
    frederick fred freddie freddy fritz fredrick
    francis frank frankie fran
    peter pete
    philip phil phillip pip
    raymond ray
    walter walt wally
    henry harry hank hal
    albert bertie
    alfred alf alfie
    arthur art artie
    leonard len lenny leo
    vincent vince vinny vinnie
    victor vic
    douglas doug
    dominic dom nick
    eugene gene
    theodore theo
    zachary zach zack zac zak
    jacob jake jakob
    joshua josh
    abraham abe bram
    isaac ike
    maxwell max maximilian
    nathaniel nat
    oliver ollie oli
    terence terry terrence
    stanley stan
    stuart stu stewart
    russell russ rusty
    reginald reg reggie
    randall randy randolph
    rodney rod roddy
    roger rodge
    clifford cliff
    clinton clint
    curtis curt
    calvin cal
    cameron cam
    bradley brad
    brandon bran
    bernard bernie barney
    barnaby barney
    martin marty
    marcus marc mark markus
    mitchell mitch
    maurice morris moe
    norman norm
    gabriel gabe
    harold harry
    herbert herb
    howard howie
    hubert hugh
    irving irv
    jerome jerry
    julian jules
    kevin kev
    lewis lou louis louie lew
    leslie les
    lucas luke luc lukas
    milton milt
    nelson nel
    orlando orly
    ralph ralphie
    rudolph rudy rudolf
    sebastian seb bastian
    sidney sid sydney
    simon si
    solomon sol
    spencer spence
    sylvester sly
    tobias toby
    tyler ty
    vernon vern
    wesley wes
    elizabeth liz beth betty lizzie eliza betsy libby bess lisa elsie lisbeth elisabeth
    katherine kate kathy katie kathryn catherine kat kay kitty cathy cate cathryn katharine kathie
    margaret maggie meg peggy marge margie greta madge peg
    jennifer jen jenny jenn jennie
    jessica jess jessie
    patricia patty trish pat tricia patsy pattie
    barbara barb babs barbie
    susan sue suzy susie suzanne susanne suzie
    deborah deb debbie debra debby
    rebecca becky becca reba
    christina tina chris christine christy chrissy kristina kristin kristen
    victoria vicky vicki tori vickie vikki
    alexandra alex sandra lexi sandy alexa lexie
    samantha sam sammie
    stephanie steph stephie
    kimberly kim kimmy kimberley
    cynthia cindy
    dorothy dot dottie dolly
    pamela pam
    theresa terry tess teresa terri tracy
    jacqueline jackie jacqui
    amanda mandy
    angela angie
    abigail abby gail abbie
    gabrielle gabby gaby
    natalie nat natalia
    veronica ronnie vera
    virginia ginny ginger
    florence flo flora
    frances fran fanny
    eleanor ellie nell nora elinor leonora
    ellen nellie ella
    helen nell lena helena
    judith judy jude
    josephine josie jo
    joanna jo joanne joan
    julia julie jules juliet
    caroline carrie carol lina carolyn
    charlotte lottie charlie lotte
    amelia millie amy emmy
    emily em emmie
    emma em
    isabella bella izzy isabel isabelle
    olivia liv livvy
    penelope penny
    philippa pippa
    madeline maddie madeleine madelyn
    melissa missy mel
    melanie mel
    michelle shelly mich
    nancy nan
    roberta bobbie
    rosemary rose rosie
    sarah sally sadie sara
    sharon shari
    shirley shirl
    sophia sophie sofia
    sylvia syl silvia
    tamara tammy
    tabitha tabby
    valerie val
    vanessa nessa
    winifred winnie
    yvonne vonnie
    beatrice bea trixie
    bridget biddy
    danielle dani
    delores lola dolores
    diana di diane dianne
    geraldine geri
    georgina georgie
    gwendolyn gwen
    harriet hattie
    heather heath
    jeanette jean jeannie
    kristine kris
    laura laurie lori
    lillian lily lil
    linda lindy
    louise lou
    lucille lucy lucia
    lydia liddy
    marilyn mary
    martha patty marty
    matilda tilly mattie
    mildred milly
    miranda mandy randy
    nicole nicky nikki
    priscilla cilla
    rachel rach rachael
    regina gina
    ruth ruthie
    sabrina bree
    allison allie ali alison
    annabelle anna ann annie anne
    """
}
